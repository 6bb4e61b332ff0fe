using Binex.Core.Reports;
using Binex.Core.Reports.Projection;
using Binex.Testing.Journals;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Reports;

public sealed class ArtifactContentTests
{
    [Theory]
    [InlineData("abcdef", 6, "abcdef", false)]
    [InlineData("abcdef", 5, "abcde", true)]
    [InlineData("ab\U0001F600", 3, "ab", true)]
    [InlineData("ab\U0001F600", 4, "ab\U0001F600", false)]
    [InlineData("äöü", 3, "äöü", false)]
    [InlineData("äöü", 2, "äö", true)]
    [InlineData("", 0, "", false)]
    [InlineData("a", 0, "", true)]
    public void Decode_Limit_CutsBetweenCharacters(string text, int limit, string expected, bool cut) =>
        ArtifactLoader.Decode(System.Text.Encoding.UTF8.GetBytes(text), limit).ShouldBe((expected, cut));

    [Fact]
    public void Decode_AnyBytes_AreValidTextWithinTheLimit() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 100]).Holds(100, (bytes, limit) =>
    {
        var (text, cut) = ArtifactLoader.Decode(bytes, limit);

        text.Length.ShouldBeLessThanOrEqualTo(limit);
        text.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength).ShouldBe(text.Length);
        System.Text.Encoding.UTF8.GetString(bytes).StartsWith(text, StringComparison.Ordinal).ShouldBeTrue();
        cut.ShouldBe(System.Text.Encoding.UTF8.GetString(bytes).Length > text.Length);
    });

    [Fact]
    public async Task ProjectAsync_LongContents_AreCutAndSayHowLongTheyAre()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start();
        journal.Node("a", 0).Started().Attempt(prompt: new string('p', 50)).Call(new string('x', 2_000_000)).Completed(new string('x', 2_000_000));

        var report = await ProjectAsync(journal, new ReportOptions { ContentLimit = 100, TotalContentLimit = 120 });

        report.Artifacts.Select(artifact => (artifact.Bytes, artifact.Content!.Length, artifact.Cut))
            .ShouldBe([(50, 50, false), (36, 36, false), (2_000_000, 34, true)]);
        report.Artifacts[2].ProducedBy.ShouldBe("a");
    }

    [Fact]
    public async Task ProjectAsync_ContentNoLongerKept_IsNull()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start();
        journal.Node("a", 0).Started().Attempt(prompt: "gone").Completed("kept");
        journal.Artifacts.Forget(journal.Artifacts.Put("gone"));

        var report = await ProjectAsync(journal, new ReportOptions());

        report.Artifacts.Select(artifact => artifact.Content).ShouldBe([null, "kept"]);
    }

    private static Task<RunReport> ProjectAsync(JournalBuilder journal, ReportOptions options) =>
        ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, options, CancellationToken.None);
}
