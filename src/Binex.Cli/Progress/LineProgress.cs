using Binex.Cli.Output;
using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;
using Binex.Core.Workflows;

namespace Binex.Cli.Progress;

/// <summary>A line for each node that ends: for logs and pipes.</summary>
internal sealed class LineProgress(TextWriter writer, Workflow workflow) : ProgressView
{
    private const int LongestReason = 160;
    private readonly RunTally _tally = new();
    private readonly int _width = Math.Min(40, workflow.Nodes.Max(node => node.Id.Length));
    private int _ended;

    public override void OnEvent(JournalEntry entry)
    {
        if (entry.Event is LoopIterated iterated)
        {
            writer.WriteLine($"      {iterated.Node} sends the run back to {iterated.Target}");
        }
        else if (entry.Event is BudgetWarned warned)
        {
            writer.WriteLine($"      {warned.Spent} of {warned.Limit} is spent");
        }
        else if (entry.Event is RunCancelling cancelling)
        {
            writer.WriteLine($"      stopping: {cancelling.Message}");
        }

        if (_tally.Apply(entry) is { } node)
        {
            WriteNode(node);
        }
    }

    private void WriteNode(NodeProgress node)
    {
        var details = new List<string>();
        if (node.Duration is { } duration)
        {
            details.Add(DurationText.Of(duration));
        }

        if (node.Cost > Money.Zero)
        {
            details.Add(node.Cost.ToString());
        }

        if (node.Iteration > 1)
        {
            details.Add($"iteration {node.Iteration}");
        }

        if (node.Reason is { } reason)
        {
            details.Add(LogText.Line(reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason));
        }

        writer.WriteLine($"{++_ended,4}  {node.Id.PadRight(_width)}  {StatusText.Of(node.Status),-9}  {string.Join(", ", details)}".TrimEnd());
    }
}
