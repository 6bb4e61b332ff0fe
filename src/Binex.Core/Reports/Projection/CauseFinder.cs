using Binex.Core.Ledgers;
using Binex.Core.Runs;

namespace Binex.Core.Reports.Projection;

/// <summary>Finds the nodes that went wrong by themselves.</summary>
internal static class CauseFinder
{
    public static IReadOnlyList<ReportCause> Find(IReadOnlyList<NodeFold> nodes)
    {
        var blocked = nodes.Where(node => node is { Status: NodeStatus.Blocked, BlockedBy: not null })
            .ToLookup(node => node.BlockedBy!, node => node.Id, StringComparer.OrdinalIgnoreCase);
        var causes = new List<ReportCause>();
        foreach (var node in nodes)
        {
            var isCause = node.Status is NodeStatus.Failed or NodeStatus.Refused
                || (node.Status == NodeStatus.Cancelled && node.StopReason == StopReason.DeadlineExceeded);
            if (isCause)
            {
                var cause = Describe(node) with { Blocked = [.. blocked[node.Id]] };
                causes.Add(node.Definition?.ContinueOnError == true ? cause with { Tolerated = true, Advice = Advice.Tolerated } : cause);
            }
        }

        return causes;
    }

    private static ReportCause Describe(NodeFold node)
    {
        if (node is { Status: NodeStatus.Refused, Refusal: { } refusal })
        {
            return new ReportCause(node.Id, node.Status, RefusalText.Sentence(refusal), Advice.ForRefusal(refusal));
        }

        var message = node.Failure?.Message ?? node.Reason ?? "no reason is on record";
        return new ReportCause(node.Id, node.Status, message, Advice.For(node.StopReason, node.Failure?.Kind))
        {
            Kind = node.Failure?.Kind,
            Detail = node.Failure?.Detail,
        };
    }
}
