using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Binex.Core.Json;
using Binex.Engine.Answers;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Engine.Tests.Answers;

/// <summary>Repair gives what the model meant, or a part of it, or nothing; never anything else.</summary>
public sealed partial class RepairProperties
{
    [Fact]
    public void Read_AnyBrokenAnswer_GivesTheValueThatWasMeant() => Gen.Int.Holds(3_000, seed =>
    {
        var (meant, text) = Broken(seed);

        var read = AnswerText.Read(text, mayRepair: true, value => value.ValueKind == JsonValueKind.Object);

        read.Problem.ShouldBeNull(text);
        JsonValues.AreEqual(read.Value, meant).ShouldBeTrue($"{read.Value}\nis not\n{meant}\nof\n{text}");
    });

    [Fact]
    public void Read_AnyAnswerThatIsCutOff_GivesAPartOfWhatWasMeant_OrNothing() => Gen.Select(Gen.Int, Gen.Double[0, 1]).Holds(5_000, (seed, at) =>
    {
        var (meant, whole) = Broken(seed);
        var text = whole[..(int)(whole.Length * at)];

        var read = AnswerText.Read(text, mayRepair: true, value => value.ValueKind == JsonValueKind.Object);

        (read.Problem is not null || IsPart(read.Value, meant)).ShouldBeTrue($"{read.Value}\nis no part of\n{meant}\nof\n{text}");
        var withoutSchema = AnswerText.Read(text, mayRepair: true, accepts: null);
        (withoutSchema.Problem is not null || !withoutSchema.Repairs.HasFlag(Repairs.CutOffClosed)).ShouldBeTrue("nothing tells what is missing");
    });

    [Theory]
    [InlineData("{'a': 1, 'b': 'l'", """{"a":1}""")]
    [InlineData("{'a': 1, 'b': 'l',", """{"a":1,"b":"l"}""")]
    [InlineData("{'a': 1, 'b': ‘l’", """{"a":1}""")]
    [InlineData("{\"a\": 1, \"b\": \"l\"", """{"a":1,"b":"l"}""")]
    public void Read_CutBehindWhatMayBeAnApostrophe_LeavesTheTextOut(string text, string value)
    {
        var read = AnswerText.Read(text, mayRepair: true, value => value.ValueKind == JsonValueKind.Object);

        read.Problem.ShouldBeNull();
        read.Value.GetRawText().ShouldBe(value);
    }

    [Fact]
    public void Read_AnyDamageToTheCorpus_GivesNoValueThatIsNotInTheText() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Select(Gen.Double[0, 1], Gen.Char["\"'{}[]:,\\/ x1\n“`"]).Array[1, 4]).Holds(5_000, (which, damages) =>
        {
            var text = new StringBuilder(BrokenAnswer.All[which % BrokenAnswer.All.Count].Text);
            foreach (var (place, character) in damages)
            {
                var at = (int)(place * text.Length);
                _ = character == 'x' && at < text.Length ? text.Remove(at, 1) : text.Insert(at, character);
            }

            var read = AnswerText.Read(text.ToString(), mayRepair: true, value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

            if (read.Problem is null)
            {
                ShouldStandIn(text.ToString(), read.Value);
            }
        });

    [Fact]
    public async Task Read_HostileAnswers_TakeNoTime()
    {
        string[] hostile =
        [
            new('{', 1_000_000), new('[', 1_000_000), string.Concat(Enumerable.Repeat("{\"", 500_000)), string.Concat(Enumerable.Repeat("[]", 200_000)),
            string.Concat(Enumerable.Repeat("{a}", 300_000)), "[]" + new string(' ', 1_000_000) + "[]", string.Concat(Enumerable.Repeat("{/*", 300_000)),
            new('`', 1_000_000), "{'" + new string('\'', 1_000_000), "{\"a\": \"" + new string('\\', 1_000_001),
        ];

        await Task.Run(() => Array.ForEach(hostile, text => AnswerText.Read(text, mayRepair: true, _ => false)), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static (JsonElement Meant, string Text) Broken(int seed)
    {
        var writer = new BreakingWriter(new Random(seed));
        var meant = writer.Value();
        return (meant, writer.Write(meant));
    }

    private static bool IsPart(JsonElement part, JsonElement whole) => (part.ValueKind, whole.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => part.EnumerateObject().All(
            member => whole.TryGetProperty(member.Name, out var other) && IsPart(member.Value, other)),
        (JsonValueKind.Array, JsonValueKind.Array) => part.GetArrayLength() <= whole.GetArrayLength()
            && part.EnumerateArray().Zip(whole.EnumerateArray()).All(pair => IsPart(pair.First, pair.Second)),
        _ => JsonValues.AreEqual(part, whole),
    };

    private static void ShouldStandIn(string text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    ShouldStandIn(text, JsonValues.From(member.Name));
                    ShouldStandIn(text, member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ShouldStandIn(text, item);
                }

                break;
            case JsonValueKind.String:
                var (once, said) = (WithoutEscapes(text), Letters(value.GetString()!));
                (Letters(text).Contains(said) || Letters(once).Contains(said) || Letters(WithoutEscapes(once)).Contains(said)).ShouldBeTrue($"{value} is not in\n{text}");
                break;
            default:
                text.ShouldContain(value.ValueKind == JsonValueKind.Null && !text.Contains("null") ? "None" : value.GetRawText(), Case.Insensitive);
                break;
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string WithoutEscapes(string text) => Escape().Replace(text, match =>
        match.Length == 6 ? ((char)Convert.ToInt32(match.Value[2..], 16)).ToString() : "nrtbf".Contains(match.Value[1]) ? "" : match.Value[1..]);

    [GeneratedRegex("""\\(u[0-9a-fA-F]{4}|.)""")]
    private static partial Regex Escape();
}
