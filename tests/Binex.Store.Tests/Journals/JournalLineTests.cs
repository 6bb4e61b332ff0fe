using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Binex.Core.Costs;
using Binex.Core.Runs.Events;
using Binex.Store.Journals;
using Binex.Testing.Runs;

namespace Binex.Store.Tests.Journals;

public sealed class JournalLineTests
{
    private const string GoldenName = "every-event.jsonl";

    public static TheoryData<Type> Kinds => [.. RandomEvents.Kinds];

    [Fact]
    public void Write_EveryEvent_IsTheDocumentedText()
    {
        var text = JournalText.WriteText(SampleEvents.Entries);
        if (Environment.GetEnvironmentVariable("BINEX_REWRITE") == "1")
        {
            File.WriteAllText(Path.Join(SourceFolder(), "Golden", GoldenName), text);
        }

        var golden = File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Journals", "Golden", GoldenName));
        foreach (var (actual, expected) in text.Split('\n').Zip(golden.Split('\n')))
        {
            actual.ShouldBe(expected);
        }

        text.Length.ShouldBe(golden.Length);
        SampleEvents.Entries.Select(entry => entry.Event.GetType()).ShouldBe(RandomEvents.Kinds, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EventWithAllMembers_WritesEveryMemberAndReadsItBack(Type kind)
    {
        var random = new Random(7);
        for (var seq = 1; seq < 50; seq++)
        {
            var written = JournalText.Write([SampleEvents.Entry(seq, RandomEvents.Of(kind, random, full: true))]);

            var members = JsonNode.Parse(written)!.AsObject().Select(member => member.Key);
            members.ShouldBe(["v", "seq", "at", "type", .. MembersOf(kind)], ignoreOrder: true);
            ReadAndWrite(written).ShouldBe(written);
        }
    }

    [Fact]
    public void Write_AnyEvent_ReadsBackAsItWas()
    {
        foreach (var random in Seeds.Randoms(1_000))
        {
            var written = JournalText.Write([SampleEvents.Entry(1, RandomEvents.Next(random))]);

            written.AsSpan().IndexOf((byte)'\n').ShouldBe(written.Length - 1);
            Encoding.UTF8.GetString(written).ShouldNotContain("null");
            ReadAndWrite(written).ShouldBe(written);
        }
    }

    [Fact]
    public void Write_TimeWithOffset_IsUtc() =>
        JournalText.WriteText(new Core.Runs.JournalEntry(1, new DateTimeOffset(2026, 11, 22, 19, 0, 0, TimeSpan.FromHours(2)), new NodeReady("a", 1)))
            .ShouldBe("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00.0000000Z","type":"node.ready","node":"a","iteration":1}""" + "\n");

    [Fact]
    public void Write_HalfACharacter_IsReplaced() =>
        ((NodeReady)Parse(JournalText.WriteText(SampleEvents.Entry(1, new NodeReady("a\ud83d", 1)))).Entry!.Event).Node.ShouldBe("a\ufffd");

    [Fact]
    public void Write_DearestMoney_KeepsEveryDigit()
    {
        var cost = new Money(decimal.MaxValue);
        ((BudgetExceeded)Parse(JournalText.WriteText(SampleEvents.Entry(1, new BudgetExceeded("run", cost, cost)))).Entry!.Event).Spent.ShouldBe(cost);
    }

    [Fact]
    public void Write_LineThatIsTooLong_Throws()
    {
        using var writer = new JournalLineWriter(maxLineBytes: 1_000);
        var reason = new string('x', 1_000);

        Should.Throw<ArgumentException>(() => writer.Write(SampleEvents.Entry(1, new NodeSkipped("a", 1, reason)))).Message.ShouldContain("node.skipped");
    }

    [Fact]
    public void Parse_MembersOfANewerVersion_ArePassedOver()
    {
        var parsed = Parse("""{"new":{"type":"x","seq":[1]},"type":"node.ready","at":"2026-11-22T17:00:00Z","seq":5,"node":"a","iteration":1,"v":1,"more":[1,{}]}""");

        parsed.Kind.ShouldBe(LineKind.Known);
        parsed.Seq.ShouldBe(5);
        parsed.Entry!.Event.ShouldBe(new NodeReady("a", 1));
    }

    [Theory]
    [InlineData("node.dreamt")]
    [InlineData("node.\\u0072eady")]
    [InlineData("\\ud800")]
    [InlineData("")]
    [InlineData("a-name-that-is-much-longer-than-any-name-that-an-event-of-any-version-of-binex-has")]
    public void Parse_EventOfANewerVersion_IsUnknown(string name)
    {
        var parsed = Parse($$"""{"v":1,"seq":5,"at":"2026-11-22T17:00:00Z","type":"{{name}}","node":7}""");

        parsed.Kind.ShouldBe(LineKind.Unknown);
        parsed.Seq.ShouldBe(5);
    }

    [Theory]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{}", "'v'")]
    [InlineData("""{"v":"1","seq":1,"at":"2026-11-22T17:00:00Z","type":"x"}""", "'v'")]
    [InlineData("""{"v":2,"seq":1,"at":"2026-11-22T17:00:00Z","type":"x"}""", "use a newer version")]
    [InlineData("""{"v":1,"seq":0,"at":"2026-11-22T17:00:00Z","type":"x"}""", "'seq'")]
    [InlineData("""{"v":1,"seq":1e99,"at":"2026-11-22T17:00:00Z","type":"x"}""", "'seq'")]
    [InlineData("""{"v":1,"seq":1,"at":"yesterday","type":"x"}""", "'at'")]
    [InlineData("""{"v":1,"seq":1,"at":{},"type":"x"}""", "'at'")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":["x"]}""", "'type'")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"node.ready"}""", "node.ready")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"node.ready","node":null,"iteration":1}""", "node.ready")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"node.ready","node":"\ud800","iteration":1}""", "node.ready")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"run.resumed","chargedHolds":"1e999"}""", "run.resumed")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"run.cancelling","reason":3,"message":"m"}""", "run.cancelling")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"run.cancelling","reason":"boredom","message":"m"}""", "run.cancelling")]
    public void Parse_JsonThatIsNoEvent_IsBrokenAndSaysWhy(string line, string why)
    {
        var parsed = Parse(line);

        parsed.Kind.ShouldBe(LineKind.Broken);
        parsed.Problem!.ShouldContain(why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("\0\0\0")]
    [InlineData("\ufeff{}")]
    [InlineData("""{"v":1,"seq":1,"at":"2026-11-22T17:00:00Z","type":"node.ready","node":"a" """)]
    public void Parse_CutOffOrGarbage_IsNotJson(string line) => Parse(line).Kind.ShouldBe(LineKind.NotJson);

    [Fact]
    public void Parse_Depths_DoNotOverflow() => Parse(new string('[', 1_000_000)).Kind.ShouldBe(LineKind.NotJson);

    [Fact]
    public void Parse_AnyBytes_NeverThrows()
    {
        foreach (var random in Seeds.Randoms(1_000))
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);

            JournalLine.Parse(bytes).Kind.ShouldBeOneOf(LineKind.NotJson, LineKind.Broken);
        }
    }

    [Fact]
    public void Parse_EventWithOneByteChanged_NeverThrows()
    {
        foreach (var random in Seeds.Randoms(2_000))
        {
            var line = JournalText.Write([SampleEvents.Entry(1, RandomEvents.Next(random))]);
            line[random.Next(line.Length)] = (byte)random.Next(256);

            JournalLine.Parse(line).Kind.ShouldBeOneOf(Enum.GetValues<LineKind>());
        }
    }

    private static JournalLine Parse(string line) => JournalLine.Parse(Encoding.UTF8.GetBytes(line));

    private static byte[] ReadAndWrite(byte[] line) => JournalText.Write([JournalLine.Parse(line).Entry!]);

    private static IEnumerable<string> MembersOf(Type kind) =>
        kind.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.CanWrite).Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
