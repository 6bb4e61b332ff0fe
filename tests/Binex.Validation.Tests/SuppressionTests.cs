using System.Text;
using Binex.Core.Diagnostics;

namespace Binex.Validation.Tests;

/// <summary>What golden cases cannot hold about comments that suppress findings.</summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Load_LineEndsOfAnyKind_SuppressesTheNextLine(string end) => Loading.Load(
        string.Join(end, "name: demo", "nodes:", "  # binex-disable-next-line BNX2020 because", "  a: { agent: local://start }", "")).Codes().ShouldBeEmpty();

    [Fact]
    public void Load_Json_HasNoComments() => Loading.Load(
        """{ "name": "# binex-disable BNX2020 because", "nodes": { "a": { "agent": "local://start" } } }""", "workflow.json").Codes().ShouldBe(["BNX2020"]);

    [Fact]
    public void Load_CommentAboutUnusedComments_IsLookedAtLast()
    {
        Loading.Load("# binex-disable BNX1324 some of these are needed by another version\nname: demo\nnodes:\n  # binex-disable-next-line BNX2020 because\n  a: { agent: local://noop }\n")
            .Codes().ShouldBeEmpty();
        Loading.Load("# binex-disable BNX1324 some of these are needed by another version\nname: demo\nnodes:\n  a: { agent: local://noop }\n")
            .Codes().ShouldBe(["BNX1324"]);
    }

    [Fact]
    public void Load_SameCodeTwiceForALine_TheSecondIsUnused() => Loading.Load(
        "name: demo\nnodes:\n  # binex-disable-next-line BNX2020, BNX2020 because\n  a: { agent: local://start }\n").Codes().ShouldBe(["BNX1324"]);

    [Theory]
    [InlineData("BNX3006")]
    [InlineData("BNX3007")]
    [InlineData("BNX3011")]
    public void Load_FindingThatOnlyOtherMachinesOrDaysHave_IsNotUnused(string code) => Loading.Load(
        $"name: demo\nnodes:\n  # binex-disable-next-line {code} the build machine has it\n  a: {{ agent: local://noop }}\n").Codes().ShouldBeEmpty();

    [Fact]
    public void Load_SuppressedObjection_LeavesAWorkflow()
    {
        var policy = SeverityPolicy.Of(new Dictionary<string, DiagnosticSeverity?> { ["BNX2020"] = DiagnosticSeverity.Error });
        const string Text = "name: demo\nnodes:\n  # binex-disable-next-line BNX2020 because\n  a: { agent: local://start }\n";

        Loading.Load(Text, project: new() { Severities = policy }).Workflow.ShouldNotBeNull();
        Loading.Load(Text.Replace("disable", "disabel", StringComparison.Ordinal), project: new() { Severities = policy }).Workflow.ShouldBeNull();
    }

    [Fact]
    public void Load_CommentsWithoutNumber_StayCheap()
    {
        var text = new StringBuilder("name: demo\nnodes:\n  a: { agent: local://noop }\n");
        for (var i = 0; i < 60_000; i++)
        {
            text.Append("  # binex-disable-next-line BNX2007 because\n");
        }

        Loading.Load(text.ToString()).Diagnostics.Count.ShouldBe(60_000);
    }
}
