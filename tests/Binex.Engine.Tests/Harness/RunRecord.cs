using System.Text;
using System.Text.Json;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Loop;

namespace Binex.Engine.Tests.Harness;

/// <summary>What a run left behind.</summary>
/// <param name="Run">The run.</param>
/// <param name="Result">What it returned.</param>
/// <param name="Entries">What it wrote to its journal; of a resumed run, what it added.</param>
internal sealed record RunRecord(EngineRun Run, RunResult Result, IReadOnlyList<JournalEntry> Entries)
{
    public RunStatus Status => Result.Verdict.Status;

    public int ExitCode => Result.Verdict.ExitCode;

    public IEnumerable<RunEvent> Events => Entries.Select(entry => entry.Event);

    public decimal Cost => Of<RunCompleted>().Single().Cost.Usd;

    /// <summary>Facts of a type, in order; those about one node, where it is given.</summary>
    public IReadOnlyList<T> Of<T>(string? node = null)
        where T : RunEvent => [.. Events.OfType<T>().Where(fact => node is null || (fact is NodeEvent { Node: var about } && about == node))];

    /// <summary>How nodes came and went, one word each: <c>a started</c>, <c>a completed</c>, <c>b skipped</c>…; from the second iteration on with its number.</summary>
    public IReadOnlyList<string> Story => [.. Events.Select(Line).OfType<string>()];

    /// <summary>How each node ended last: <c>a completed</c> and so on, in document order.</summary>
    public IReadOnlyList<string> Ends => [.. Run.Workflow.Nodes.Select(node =>
        Events.Where(fact => fact is NodeEvent { Node: var about } && about == node.Id).Select(Line).LastOrDefault(line => line is not null) ?? $"{node.Id} never")];

    public NodeFailure FailureOf(string node) => Of<NodeFailed>(node)[^1].Failure;

    /// <summary>The text of an output of a node's last execution.</summary>
    public string Output(string node, string name = "output") => Run.Artifacts.Text(Of<NodeCompleted>(node)[^1].Outputs[name]);

    /// <summary>The value of an output that the run returns.</summary>
    public JsonElement Returned(string name) => Result.Outputs.Single(output => output.Name == name).Value;

    /// <summary>The user message of a node's attempt, counted over all iterations.</summary>
    public string Prompt(string node, int attempt = 1) => Run.Artifacts.Text(Of<AttemptStarted>(node)[attempt - 1].Prompt!);

    /// <summary>Everything that was written anywhere.</summary>
    public string AllThatWasWritten()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.AppendLine(JsonSerializer.Serialize<object>(entry.Event)).AppendLine(entry.Event.ToString());
        }

        foreach (var content in Run.Artifacts.Contents)
        {
            text.AppendLine(content);
        }

        return text.ToString();
    }

    private static string? Line(RunEvent fact) => fact switch
    {
        NodeStarted started => Say(started, "started"),
        NodeCompleted completed => Say(completed, completed.Iterate ? "goes back" : "completed"),
        NodeFailed failed => Say(failed, failed.Status.ToString().ToLowerInvariant()),
        NodeSkipped skipped => Say(skipped, "skipped"),
        NodeBlocked blocked => Say(blocked, $"blocked by {blocked.BlockedBy}"),
        _ => null,
    };

    private static string Say(NodeEvent fact, string what) => fact.Iteration == 1 ? $"{fact.Node} {what}" : $"{fact.Node} {what} {fact.Iteration}";
}
