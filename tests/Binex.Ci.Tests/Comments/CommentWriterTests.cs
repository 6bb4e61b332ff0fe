using Binex.Ci.Comments;
using Binex.Ci.GitHub;
using Binex.Ci.Results;
using CsCheck;

namespace Binex.Ci.Tests.Comments;

/// <summary>What comments say. The approved ones were looked at as GitHub renders them.</summary>
public sealed class CommentWriterTests
{
    private static readonly CommentOrigin Origin = new()
    {
        Commit = new string('a', 40),
        Order = 42,
        Tool = "binex 0.1.0",
        BuildUrl = "https://github.example/acme/flows/actions/runs/42",
    };

    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Sample_IsAsApproved(string name) =>
        Golden.ShouldMatch($"{name}.md", CommentWriter.Write(Samples.All[name](), Origin, "binex", GitHubPlatform.MostCharacters).Body);

    [Fact]
    public void Write_TooLong_IsCutByWholeRowsWithAPointer() =>
        Golden.ShouldMatch("cut.md", CommentWriter.Write(Samples.Read(Samples.Many(40)), Origin, "binex", 2_500).Body);

    [Fact]
    public void Write_AnyNumberOfWorkflowsAndNodes_StaysBelowTheLimitAndCutsNoRow() => Gen.Select(Gen.Int[1, 20], Gen.Int[0, 150], Gen.Int[1_500, 60_000]).Sample((workflows, nodes, limit) =>
    {
        var one = Samples.Read(Samples.Many(nodes))[0];
        WorkflowResult[] results = [.. Enumerable.Range(0, workflows).Select(index => one with { Name = $"flow-{index}", Path = $"flows/{index}.yaml" })];

        var body = CommentWriter.Write(results, Origin, "binex", limit).Body;

        body.Length.ShouldBeLessThanOrEqualTo(limit);
        body.Split('\n').Where(line => line.StartsWith('|')).ShouldAllBe(line => line.EndsWith('|'));
        (Count(body, "<details>") == Count(body, "</details>")).ShouldBeTrue();
        if (Count(body, "\n| node-") < workflows * nodes)
        {
            body.ShouldContain("see [the job summary](https://github.example/acme/flows/actions/runs/42)");
        }
    }, iter: 25);

    [Fact]
    public void Write_SameResultsOfAnotherCommitAndBuild_HasTheSameContent()
    {
        var later = Origin with { Commit = new string('b', 40), Order = 43, BuildUrl = "https://github.example/acme/flows/actions/runs/43" };

        var first = CommentWriter.Write(Samples.All["grows"](), Origin, "binex", 65_000).Marker;
        var second = CommentWriter.Write(Samples.All["grows"](), later, "binex", 65_000).Marker;

        second.Content.ShouldBe(first.Content);
        second.ShouldNotBe(first);
        CommentWriter.Write(Samples.All["no-difference"](), later, "binex", 65_000).Marker.Content.ShouldNotBe(first.Content);
    }

    [Fact]
    public void Write_Hostile_HasNoLineThatBeginsWithWordsOfOthers()
    {
        var comment = CommentWriter.Write(Samples.All["hostile"](), Origin, "binex", 65_000);

        comment.Body.Split('\n')[0].ShouldBe(comment.Marker.ToString());
        foreach (var line in comment.Text.Split('\n').Select(line => line.Trim()))
        {
            line.ShouldNotStartWith("::");
            line.ShouldNotStartWith("/");
            line.ShouldNotContain("##[");
            line.ShouldNotContain("##vso[");
            line.ShouldNotContain("<!--");
            line.ShouldNotContain("<img");
            line.ShouldNotContain("<script");
            line.Replace("\\]", "").ShouldNotContain("](javascript");
            line.ShouldNotContain("@everyone");
            line.ShouldNotContain("@octocat");
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
