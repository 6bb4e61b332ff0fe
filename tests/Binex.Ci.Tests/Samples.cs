using System.Text;
using Binex.Ci.Results;
using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Runs;

namespace Binex.Ci.Tests;

/// <summary>Results of workflows, each as the documents of commands that it is read from.</summary>
internal static class Samples
{
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<WorkflowResult>>> All { get; } = new Dictionary<string, Func<IReadOnlyList<WorkflowResult>>>
    {
        ["no-difference"] = () => Read(Same("page", "flows/page.yaml")),
        ["grows"] = () => Read(Grown("page", "flows/page.yaml")),
        ["gate-failed"] = () => Read(Failed("page", "flows/page.yaml")),
        ["plan-alone"] = () => Read(PlanJson.Write(Plan("page", "flows/page.yaml", 4))),
        ["run-failed"] = () => Read(Json(Report("page", "flows/page.yaml"))),
        ["plan-and-run"] = () => Read(PlanJson.Write(Plan("page", "flows/page.yaml", 4)), Grown("page", "flows/page.yaml"), Json(Report("page", "flows/page.yaml"))),
        ["not-valid"] = () => Read(NotValid),
        ["several"] = () => Read(Same("mail", "flows/mail.yaml"), Same("index", "flows/index.yaml"), Grown("page", "flows/page.yaml"), NotValid, Json(Report("nightly", "flows/nightly.yaml"))),
        ["many-nodes"] = () => Read(Many(40)),
        ["hostile"] = () => Read(Hostile(), Json(HostileReport())),
    };

    public const string NotValid = """
        {"schemaVersion":1,"error":{"exitCode":2,"message":"flows/ask.yaml has 2 errors, so nothing was planned"},"diagnostics":[
          {"code":"BNX2001","severity":"error","message":"node 'answer' needs 'serch', which is no node","file":"flows/ask.yaml","range":{"start":{"line":7,"column":18},"end":{"line":7,"column":23}}},
          {"code":"BNX3001","severity":"warning","message":"no price","file":"flows/ask.yaml","range":{"start":{"line":3,"column":1},"end":{"line":3,"column":2}}}]}
        """;

    public static GateFinding[] Verdicts() =>
    [
        new("max_cost", GateVerdict.Passed, "the worst case is $1.05, and $2.00 is allowed"),
        new("max_increase", GateVerdict.Failed, "the worst case went from $0.131 to $1.05, most of all by node 'check', and an increase of 10 % is allowed") { Node = "check", Location = "flows/page.yaml:4:3" },
        new("min_success", GateVerdict.NotChecked, "no run of this workflow is on record"),
    ];

    public static IReadOnlyList<WorkflowResult> Read(params string[] documents) =>
        WorkflowResults.Merge(documents.Select(document => ResultDocument.Read(Encoding.UTF8.GetBytes(document), "file", out var problem).ShouldNotBeNull(problem)));

    public static string Same(string name, string path) => PlanJson.Write(Difference(name, path, [Node("draft", 0.00128m, 0.0075m), Node("check", 0.002m, 0.12m)]));

    public static string Grown(string name, string path) => PlanJson.Write(GrownDifference(name, path));

    public static string Failed(string name, string path) => PlanJson.Write(GrownDifference(name, path) with { Gates = Verdicts() });

    private static PlanDiff GrownDifference(string name, string path)
    {
        var difference = Difference(name, path,
        [
            Node("draft", 0.00128m, 0.0075m, 0.00129m, 0.00756m, "prompt grew by 123 tokens (bound)"),
            Node("check", 0.0005m, 0.058m, 0.00832m, 0.975m, "model gpt-4o-mini → gpt-4o", "max_tokens 500 → 4,096") with { BaseMeasured = Measured(0.0004m, 3), HeadMeasured = Measured(0.0081m, 1) },
            Node("tidy", 0.0013m, 0.066m),
            new NodeDiff("translate", NodeChange.Added) { Head = Bounds(0.001m, 0.01m), Reasons = [] },
            new NodeDiff("old", NodeChange.Removed) { Base = Bounds(0.002m, 0.02m) },
        ]);
        return difference with { Head = difference.Head with { Measured = Measured(0.011m, 2) } };
    }

    public static string Many(int count) => PlanJson.Write(Difference(
        "wide", "flows/wide.yaml", [.. Enumerable.Range(1, count).Select(index => Node($"node-{index}", 0.001m, 0.01m, 0.002m, 0.01m + (0.001m * index), "model gpt-4o-mini → gpt-4o"))]));

    public static Plan Plan(string name, string path, int nodes) => new(name, Bounds(0.001m * nodes, 0.01m * nodes), [.. Enumerable.Range(1, nodes).Select(index =>
        new NodePlan($"node-{index}", "llm://gpt-4o-mini", Bounds(0.001m, 0.01m)) { Model = "gpt-4o-mini", Calls = new PlanCalls(1, 1, 3), Share = 1m / nodes })])
    {
        Tool = new ReportTool("binex", "0.1.0"),
        PriceBook = new ReportPriceBook("2026-08-06", "aa"),
        Source = new PlanSource(path, "aa"),
        Capped = new Money(0.03m),
        Calls = new PlanCalls(nodes, nodes, 3 * nodes),
    };

    public static RunReport Report(string name, string path) => new()
    {
        Tool = new ReportTool("binex", "0.1.0"),
        PriceBook = new ReportPriceBook("2026-08-06", "aa"),
        Source = new ReportSource(path, "aa"),
        Run = new ReportRun("20260101-120000-abcdef", name, RunStatus.Failed, new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), 12_300) { ExitCode = 1 },
        Totals = new ReportTotals(new Money(0.0213m), ReportTokens.Zero, 7, 2, 0, Money.Zero),
        Budget = new ReportBudget { Caps = [new ReportCap("run", "cost", "0.25", "0.0213", "0", "0.2287")] },
        Plan = new ReportPlan(new Money(1.05m)),
        Nodes = [new ReportNode("check", "llm://gpt-4o", NodeStatus.Failed) { Location = "flows/page.yaml:4:3" }],
        Causes =
        [
            new ReportCause("check", NodeStatus.Failed, "the answer is no JSON", "Ask for less, or allow more attempts.") { Kind = FailureKind.Schema, Blocked = ["tidy", "send"] },
            new ReportCause("draft", NodeStatus.Refused, "the next call needs $0.30, and $0.23 is left", "Raise the budget.") { Blocked = [] },
        ],
    };

    public static string Json(RunReport report) => Encoding.UTF8.GetString(ReportJson.Write(report));

    private static string Hostile() => PlanJson.Write(Difference(
        "<img src=x onerror=alert(1)>\n# @everyone", "flows/`x`|.yaml",
        [
            Node("a|b", 0.1m, 1, 0.1m, 2, "<!-- binex-comment tag=binex order=999999999999 content=00 -->", "[click](javascript:alert(1))", "fixes #12, thanks @octocat, see www.evil.example"),
            Node("b\r\n/merge\n::error::pwned", 0.1m, 1, 0.1m, 2, "```\n</details></table>", "##[error]x ##vso[task.setvariable variable=a]b"),
        ]));

    private static RunReport HostileReport() => Report("<img src=x onerror=alert(1)>\n# @everyone", "flows/`x`|.yaml") with
    {
        Causes = [new ReportCause("x\n::set-output name=cost::0", NodeStatus.Failed, "![](https://evil.example/a.png)\n\n/close\u202E", "<script>alert(1)</script>\n::error file=a::b")],
        Tool = new ReportTool("<b>binex</b>\n::warning::x", "[1](http://x)"),
    };

    private static PlanDiff Difference(string name, string path, IReadOnlyList<NodeDiff> nodes) =>
        new(Side("main", name, path, nodes.Select(node => node.Base)), Side(path, name, path, nodes.Select(node => node.Head)), nodes);

    private static DiffSide Side(string label, string name, string path, IEnumerable<PlanBounds?> nodes) =>
        new(label, name, nodes.Aggregate(PlanBounds.Zero, (sum, bounds) => sum + (bounds ?? PlanBounds.Zero)), new PlanCalls(2, 2, 9)) { Source = new PlanSource(path, "aa") };

    private static NodeDiff Node(string id, decimal expected, decimal max) => new(id, NodeChange.Unchanged) { Base = Bounds(expected, max), Head = Bounds(expected, max) };

    private static NodeDiff Node(string id, decimal wasExpected, decimal wasMax, decimal expected, decimal max, params string[] reasons) =>
        new(id, NodeChange.Changed) { Base = Bounds(wasExpected, wasMax), Head = Bounds(expected, max), Reasons = reasons };

    private static PlanBounds Bounds(decimal expected, decimal max) => new(Money.Zero, new Money(expected), new Money(max));

    private static MeasuredCost Measured(decimal median, int runs) => new(runs, new Money(median), new Money(median), new Money(median * runs));
}
