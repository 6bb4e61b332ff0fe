using Binex.Ci.GitHub;

namespace Binex.Ci.Tests.GitHub;

public sealed class GitHubNoticesTests
{
    [Fact]
    public void Notices_OfWhatFailed_NameItsPlaceFromTheRootOfTheRepository()
    {
        var lines = Lines("gate-failed").Concat(Lines("run-failed")).Concat(Lines("not-valid")).ToList();

        lines.ShouldBe(
        [
            "::error file=app/flows/page.yaml,line=4,endLine=4,col=3,endColumn=3,title=gate max_increase::page: the worst case went from $0.131 to $1.05, most of all by node 'check', and an increase of 10 %25 is allowed",
            "::error file=app/flows/page.yaml,line=4,endLine=4,col=3,endColumn=3,title=node check::page: the answer is no JSON",
            "::error title=node draft::page: the next call needs $0.30, and $0.23 is left",
            "::error title=flows/ask.yaml::flows/ask.yaml has 2 errors, so nothing was planned",
        ]);
        Lines("grows").ShouldBeEmpty();
    }

    [Fact]
    public void Notices_OfHostileTexts_AreOneCommandEach()
    {
        var line = Lines("hostile").Single();

        line.ShouldBe("::error title=node x%0A%3A%3Aset-output name=cost%3A%3A0::<img src=x onerror=alert(1)>%0A# @everyone: ![](https://evil.example/a.png)%0A%0A/close[U+202E]");
    }

    [Fact]
    public void Outputs_OfResults_AreALineEach()
    {
        GitHubOutputs.Of(Samples.All["grows"]()).ShouldBe("cost=1.05856\ncost-before=0.1515\nincrease=0.90706\nrun-id=\n");
        GitHubOutputs.Of(Samples.All["run-failed"]()).ShouldBe("cost=0.0213\ncost-before=\nincrease=\nrun-id=20260101-120000-abcdef\n");
        GitHubOutputs.Of(Samples.All["plan-alone"]()).ShouldBe("cost=0.04\ncost-before=\nincrease=\nrun-id=\n");
    }

    [Fact]
    public void Outputs_OfARunWithALineEndInItsId_AreStillALineEach()
    {
        var report = Samples.Report("page", "a.yaml");

        GitHubOutputs.Of(Samples.Read(Samples.Json(report with { Run = report.Run with { Id = "x\ncost=0\nverdict=passed" } }))).Split('\n').Length.ShouldBe(5);
    }

    private static string[] Lines(string sample)
    {
        var root = Path.GetFullPath("/repository");
        return GitHubNotices.Of(Samples.All[sample](), root, Path.Combine(root, "app")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
