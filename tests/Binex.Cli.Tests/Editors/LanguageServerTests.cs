using System.Text.Json;

namespace Binex.Cli.Tests.Editors;

/// <summary>An editor teaches the format of workflows: what can be written, what it means, and what is wrong.</summary>
public sealed class LanguageServerTests(EditorProject project) : IClassFixture<EditorProject>
{
    private static readonly JsonElement Schema = JsonElement.Parse(File.ReadAllBytes(Repository.PathOf("schemas", "v1", "workflow.schema.json")));

    [Fact]
    public async Task Completion_AtTheRoot_OffersEveryKeyWithItsMeaning()
    {
        var view = await project.LookAsync("name: flow\n¦\n");

        var keys = Schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).Where(key => key != "name").ToList();
        keys.ShouldBeSubsetOf(view.Offers.Select(offer => offer.Label));
        view.DocumentationOf("outputs").ShouldStartWith("What the workflow returns");
        keys.ShouldAllBe(key => view.DocumentationOf(key).Length > 10);
    }

    [Fact]
    public async Task Completion_InANode_OffersEveryKeyWithItsMeaning()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  ask:\n    ¦\n");

        var keys = Schema.GetProperty("$defs").GetProperty("node").GetProperty("properties").EnumerateObject().ToList();
        view.Offers.Select(offer => offer.Label).ShouldBe(keys.Select(key => key.Name), ignoreOrder: true);
        view.DocumentationOf("continue_on_error").ShouldStartWith("Whether dependants run");
        view.Offers.ShouldAllBe(offer => offer.Documentation.Length > 10);
    }

    [Fact]
    public async Task Completion_OfANewNode_OffersWholeNodes()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  ¦\n");

        view.Offers.Single(offer => offer.Label == "model node").Text.ShouldBe("${1:id}:\n  agent: llm://${2:gpt-4o-mini}\n  prompt: ${3:What is asked.}");
        view.Offers.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Completion_OfAnEnum_OffersItsValuesEachWithItsMeaning()
    {
        var view = await project.LookAsync("name: flow\nnodes: { a: { agent: local://noop } }\nbudget:\n  policy: ¦\n");

        view.Offers.Select(offer => (offer.Label, offer.Documentation)).ShouldBe(
            [("stop", "A call that does not fit is not sent."), ("warn", "The call is sent, and the report says so.")], ignoreOrder: true);
    }

    [Fact]
    public async Task Completion_OfAnItem_OffersTheValuesOfTheList()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  a:\n    agent: llm://gpt-4o\n    retry_policy:\n      on:\n        - ¦\n");

        view.DocumentationOf("rate_limit").ShouldBe("The provider wants fewer requests.");
        view.Offers.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Completion_OfAnAgent_OffersExamples()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  a:\n    agent: ¦\n");

        view.Offers.Select(offer => offer.Label).ShouldContain("human://approve");
    }

    [Fact]
    public async Task Hover_OnAKey_SaysWhatItMeans()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  a: { agent: local://noop }\n  b:\n    agent: local://noop\n    dep¦ends_on: [a]\n");

        view.Findings.ShouldBeEmpty();
        view.Hover.ShouldStartWith("#### Dependencies");
        view.Hover.ShouldContain("Ids of the nodes that must be done before.");
    }

    [Fact]
    public async Task Hover_OnAnEnum_SaysWhatEachValueMeans()
    {
        var view = await project.LookAsync("name: flow\nnodes: { a: { agent: local://noop } }\nbudget:\n  policy: wa¦rn\n");

        view.Findings.ShouldBeEmpty();
        view.Hover.ShouldContain("* `stop`: A call that does not fit is not sent.");
        view.Hover.ShouldContain("* `warn`: The call is sent, and the report says so.");
    }

    [Fact]
    public async Task Findings_OfMistakes_AreAtTheirLines()
    {
        var view = await project.LookAsync("name: flow\nnodes:\n  a:\n    agent: local://noop\n    depend_on: [b]\nbudget:\n  policy: halt\n  max_cost: much\n");

        view.Findings.ShouldBe(
        [
            "5: Property depend_on is not allowed.",
            "7: Value is not accepted. Valid values: \"stop\", \"warn\".",
            "8: Incorrect type. Expected \"number\".",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Findings_OfAFileThatTheSettingsName_NeedNoComment()
    {
        var view = await project.LookAsync("workflows/by-settings.yaml", "name: flow\nnodes:\n  a: { agnt: local://noop }\n");

        view.Findings.ShouldBe(["2: Property agnt is not allowed."]);
    }

    [Fact]
    public async Task Completion_InTheConfiguration_OffersItsKeys()
    {
        var view = await project.LookAsync("binex.yaml", "diagnostics:\n  BNX2007: ¦\n");

        view.DocumentationOf("warning").ShouldBe("They are reported, and the workflow can run.");
        view.Offers.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Findings_OfOtherYaml_AreNone()
    {
        var view = await project.LookAsync(".github/workflows/build.yaml", "on: push\n");

        view.Findings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Findings_OfAnExample_AreNone(string example)
    {
        var view = await project.LookAsync(File.ReadAllText(Repository.PathOf("examples", example)));

        view.Findings.ShouldBeEmpty();
    }

    public static TheoryData<string> Examples => [.. Directory.GetFiles(Repository.PathOf("examples"), "*.yaml").Select(file => Path.GetFileName(file)).Order()];
}
