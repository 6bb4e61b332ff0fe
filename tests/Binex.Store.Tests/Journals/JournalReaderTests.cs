using System.Text;
using Binex.Core.Runs.Events;
using Binex.Store.Journals;

namespace Binex.Store.Tests.Journals;

public sealed class JournalReaderTests
{
    private static readonly string First = Line(1);
    private static readonly string Second = Line(2);
    private static readonly string Third = Line(3);

    [Fact]
    public void Read_Nothing_IsEmpty()
    {
        var reading = JournalText.Read("");

        reading.Entries.ShouldBeEmpty();
        reading.LastSeq.ShouldBe(0);
        reading.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("{\"v\":1,\"se")]
    [InlineData("{\"v\":1,\"se\n")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("\n")]
    public void Read_TornEnd_DropsItAndKeepsTheRest(string torn)
    {
        var reading = JournalText.Read(First + Second + torn);

        reading.Entries.Count.ShouldBe(2);
        reading.LastSeq.ShouldBe(2);
        reading.DroppedBytes.ShouldBe(torn.Length);
        reading.CompleteBytes.ShouldBe(First.Length + Second.Length);
        reading.Problem.ShouldBeNull();
    }

    [Fact]
    public void Read_WholeLineWithoutLineFeed_IsTorn()
    {
        var reading = JournalText.Read(First + Second.TrimEnd());

        reading.LastSeq.ShouldBe(1);
        reading.DroppedBytes.ShouldBe(Second.Length - 1);
    }

    [Theory]
    [InlineData("garbage\n", "it is not JSON")]
    [InlineData("\n", "it is not JSON")]
    [InlineData("{}\n", "'v'")]
    public void Read_BrokenLineInTheMiddle_NamesIt(string broken, string why)
    {
        var reading = JournalText.Read(First + broken + Second);

        reading.Entries.Count.ShouldBe(1);
        reading.Problem!.Kind.ShouldBe(JournalProblemKind.Broken);
        reading.Problem.Line.ShouldBe(2);
        reading.Problem.Message.ShouldContain("line 2");
        reading.Problem.Message.ShouldContain(why);
        reading.Problem.Message.ShouldContain("journal.jsonl");
    }

    [Fact]
    public void Read_GarbageLineAndATornOne_DropsOnlyTheTornOne() => JournalText.Read(First + "garbage\n{").Problem!.Line.ShouldBe(2);

    [Fact]
    public void Read_LostLine_NamesTheNumbers()
    {
        var problem = JournalText.Read(First + Third).Problem!;

        problem.Line.ShouldBe(2);
        problem.Message.ShouldContain("it has the number 3, but 2 is next");
    }

    [Fact]
    public void Read_EventsOfANewerVersion_AreCounted()
    {
        var reading = JournalText.Read(First + Second.Replace("node.ready", "node.dreamt", StringComparison.Ordinal) + Third);

        reading.Entries.Select(entry => entry.Seq).ShouldBe([1, 3]);
        reading.UnknownEvents.ShouldBe(1);
        reading.LastSeq.ShouldBe(3);
        reading.Problem.ShouldBeNull();
    }

    [Fact]
    public void Read_LineFeedsOfWindows_AreFine() => JournalText.Read((First + Second).Replace("\n", "\r\n", StringComparison.Ordinal)).LastSeq.ShouldBe(2);

    [Fact]
    public void Read_LineWithoutEnd_StopsAtTheLimit()
    {
        var reading = JournalReader.Read(new EndlessStream(Encoding.UTF8.GetBytes(First)), "journal.jsonl", maxLineBytes: 1_000_000);

        reading.LastSeq.ShouldBe(1);
        reading.Problem!.Line.ShouldBe(2);
        reading.Problem.Message.ShouldContain("longer than 1,000,000 bytes");
    }

    [Fact]
    public void Read_LongLine_IsRead()
    {
        var reason = new string('x', 1_000_000);
        var written = JournalText.Write([SampleEvents.Entry(1, new NodeSkipped("a", 1, reason)), SampleEvents.Entry(2, new NodeReady("a", 1))]);

        var reading = JournalText.Read(written);

        ((NodeSkipped)reading.Entries[0].Event).Reason.ShouldBe(reason);
        reading.LastSeq.ShouldBe(2);
    }

    private static string Line(int seq) => JournalText.WriteText(SampleEvents.Entry(seq, new NodeReady("a", 1)));
}
