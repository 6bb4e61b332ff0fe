using System.Text;
using Binex.Ci.Comments;
using Binex.Ci.GitHub;
using Binex.Ci.Results;
using Binex.Core.Gates;
using Binex.Core.Plans;

namespace Binex.Ci.Tests.Results;

/// <summary>What is read may have been written by a stranger: nothing of it stops a comment, and nothing of it gets into one.</summary>
public sealed class ResultDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"bounds\":{}}")]
    [InlineData("{\"base\":{},\"head\":{}}")]
    [InlineData("{\"run\":1,\"totals\":2}")]
    [InlineData("{\"error\":7}")]
    [InlineData("{\"error\":{\"message\":\"\\ud800\"}}")]
    [InlineData("{\"schemaVersion\":9,\"workflow\":\"w\",\"bounds\":{\"min\":\"0\"},\"nodes\":[]}")]
    [InlineData("{\"schemaVersion\":1,\"workflow\":\"w\",\"bounds\":{\"min\":\"0\"},\"nodes\":[null]}")]
    [InlineData("{\"schemaVersion\":1,\"workflow\":\"\\ud800\",\"bounds\":{\"min\":\"0\"},\"nodes\":[]}")]
    [InlineData("{\"schemaVersion\":1,\"workflow\":\"w\",\"bounds\":{\"min\":\"79228162514264337593543950335\"},\"nodes\":[]}")]
    [InlineData("{\"schemaVersion\":1,\"base\":{\"name\":\"a\",\"workflow\":\"a\",\"bounds\":{\"min\":\"0\",\"max\":\"-79228162514264337593543950335\"},\"calls\":{\"min\":0,\"expected\":0,\"max\":0}},\"head\":{\"name\":\"a\",\"workflow\":\"a\",\"bounds\":{\"min\":\"0\",\"max\":\"79228162514264337593543950335\"},\"calls\":{\"min\":0,\"expected\":0,\"max\":0}},\"nodes\":[]}")]
    [InlineData("{\"schemaVersion\":1,\"base\":null,\"head\":null,\"nodes\":null}")]
    public void Read_OfSomethingElse_SaysWhy(string json)
    {
        Read(json, out var problem).ShouldBeNull();

        problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Read_VeryDeep_SaysWhy() => Read("{\"bounds\":" + new string('[', 100_000) + "}", out _).ShouldBeNull();

    [Theory]
    [InlineData("plan")]
    [InlineData("difference")]
    [InlineData("report")]
    [InlineData("problem")]
    public void Read_DocumentWithAChangedByte_NeverThrows(string kind)
    {
        var json = Encoding.UTF8.GetBytes(kind switch
        {
            "plan" => PlanJson.Write(Samples.Plan("page", "flows/page.yaml", 2)),
            "difference" => Samples.Grown("page", "flows/page.yaml"),
            "report" => Samples.Json(Samples.Report("page", "flows/page.yaml")),
            _ => Samples.NotValid,
        });
        var taken = 0;
        for (var index = 0; index < json.Length; index += 3)
        {
            var changed = json.ToArray();
            changed[index] = "\0\"{}[]9-nx"u8[index % 10];
            if (ResultDocument.Read(changed, "file", out var problem) is { } result)
            {
                taken++;
                CommentWriter.Write([result], new CommentOrigin(), "binex", 65_000);
                GitHubOutputs.Of([result]);
                GitHubNotices.Of([result], "/repository", "/repository");
            }
            else
            {
                problem.ShouldNotBeNullOrEmpty();
            }
        }

        taken.ShouldBeInRange(json.Length / 30, json.Length);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("difference")]
    [InlineData("report")]
    public void Read_DocumentWithoutAMember_NeverThrows(string kind)
    {
        var json = kind switch
        {
            "plan" => PlanJson.Write(Samples.Plan("page", "flows/page.yaml", 2)),
            "difference" => Samples.Grown("page", "flows/page.yaml"),
            _ => Samples.Json(Samples.Report("page", "flows/page.yaml")),
        };
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(json, "\"(\\w+)\":").Select(match => match.Groups[1].Value).Distinct())
        {
            if (Read(json.Replace($"\"{name}\":", "\"other\":"), out _) is { } result)
            {
                CommentWriter.Write([result], new CommentOrigin(), "binex", 65_000);
                GitHubNotices.Of([result], "/repository", "/repository");
            }
        }
    }

    [Fact]
    public void Read_TextsWithoutEnd_AreClipped()
    {
        var endless = new string('x', 5_000_000);
        var json = Samples.Grown("page", "flows/page.yaml").Replace("model gpt-4o-mini → gpt-4o", endless).Replace("\"draft\"", $"\"{endless}\"");

        var comment = CommentWriter.Write([Read(json, out _)!], new CommentOrigin(), "binex", GitHubPlatform.MostCharacters);

        comment.Body.Length.ShouldBeLessThan(5_000);
        comment.Body.ShouldContain("max\\_tokens 500 → 4,096");
    }

    [Fact]
    public void Merge_GatesOfTwoDocuments_KeepsWhatWasChecked()
    {
        var plan = Samples.Plan("page", "flows/page.yaml", 1) with
        {
            Gates = [new("max_increase", GateVerdict.NotChecked, "there is no baseline"), new("max_cost", GateVerdict.Failed, "too much")],
        };

        var result = Samples.Read(Samples.Failed("page", "flows/page.yaml"), PlanJson.Write(plan)).Single();

        result.Gates.Select(gate => (gate.Gate, gate.Verdict)).ShouldBe(
            [("max_increase", GateVerdict.Failed), ("max_cost", GateVerdict.Failed), ("min_success", GateVerdict.NotChecked)]);
    }

    [Fact]
    public void Merge_DocumentsOfOneWorkflow_AreOneResult()
    {
        var results = Samples.Read(
            PlanJson.Write(Samples.Plan("page", "./flows/page.yaml", 1)), Samples.Grown("page", "flows/page.yaml"), Samples.Json(Samples.Report("page", "flows\\page.yaml")),
            Samples.Grown("page", "flows/other.yaml"), Samples.Json(Samples.Report("page", "flows/page.yaml")));

        results.Count.ShouldBe(3);
        results[0].ShouldSatisfyAllConditions(
            result => result.Plan.ShouldNotBeNull(), result => result.Difference.ShouldNotBeNull(), result => result.Report.ShouldNotBeNull());
        results[2].Plan.ShouldBeNull();
    }

    private static WorkflowResult? Read(string json, out string? problem) => ResultDocument.Read(Encoding.UTF8.GetBytes(json), "file", out problem);
}
