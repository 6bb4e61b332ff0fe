using Binex.MSBuild.Tests.Packages;

namespace Binex.MSBuild.Tests.Builds;

/// <summary>BinexPlan: what workflows can cost, held against limits.</summary>
[Collection(OneProject.Name)]
public sealed class PlanTests
{
    private readonly Consumer _app;

    public PlanTests(OneProject project)
    {
        project.Reset();
        _app = project.Consumer;
    }

    [Fact]
    public async Task Build_OverMaxCost_FailsWithTheNodeAtItsPlace()
    {
        (await _app.BuildAsync("-p:BinexMaxCost=5")).ShouldExit(0);

        var error = (await _app.BuildAsync("-p:BinexMaxCost=0.0001")).ShouldFailWithOneError();

        error.ShouldContain($"{_app.PathOf("workflows", "flow.yaml")}(4,3,4,3): error BINEX4: gate max_cost failed: ");
        error.ShouldContain("is node 'draft', and $0.0001 is allowed");
    }

    [Fact]
    public async Task Build_UnderMaxCost_PlansAgainOnlyTheWorkflowThatChanged()
    {
        _app.Write("workflows/other.yaml", "name: other\nnodes:\n  ask: { agent: llm://gpt-4o, prompt: Why? }\n");
        (await _app.BuildAsync("-p:BinexMaxCost=5")).ShouldExit(0);
        _app.Write("workflows/prompts/draft.md", "Write a long page on ${user.topic}.\n");

        var output = (await _app.BuildAsync("-p:BinexMaxCost=5", "-v:n")).ShouldExit(0).Output;

        output.ShouldContain("plan of flow (workflows/flow.yaml)");
        output.ShouldNotContain("plan of other");
    }

    [Fact]
    public async Task Build_MoreThanMaxIncreaseOverACommit_Fails()
    {
        foreach (var arguments in new string[][] { ["init", "-q"], ["add", "workflows"], ["-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "first"] })
        {
            (await _app.RunAsync("git", arguments)).ShouldExit(0);
        }

        string[] gate = ["-p:BinexBaseline=HEAD", "-p:BinexMaxIncrease=10%"];
        (await _app.BuildAsync(gate)).ShouldExit(0);
        _app.Write("workflows/flow.yaml", Workflows.WithPromptFile.Replace("gpt-4o-mini", "gpt-4o", StringComparison.Ordinal));

        var error = (await _app.BuildAsync(gate)).ShouldFailWithOneError();

        error.ShouldContain("flow.yaml(4,3,4,3): error BINEX4: gate max_increase failed: ");
        error.ShouldContain("most of all by node 'draft'");
        (await _app.BuildAsync("-p:BinexMaxIncrease=10%")).ShouldFailWithOneError().ShouldContain("error BINEX2: BinexMaxIncrease needs something to compare with");
        Directory.Delete(_app.PathOf(".git"), recursive: true);
    }
}
