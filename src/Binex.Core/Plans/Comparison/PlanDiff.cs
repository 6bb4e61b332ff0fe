using System.Text.Json.Serialization;
using Binex.Core.Costs;
using Binex.Core.Gates;

namespace Binex.Core.Plans.Comparison;

/// <summary>How the cost of one thing differs from that of another.</summary>
/// <param name="Base">What is compared against.</param>
/// <param name="Head">What is compared.</param>
/// <param name="Nodes">The nodes of the head in document order, then those that are gone.</param>
public sealed record PlanDiff(DiffSide Base, DiffSide Head, IReadOnlyList<NodeDiff> Nodes)
{
    /// <summary>Version of this format.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>By how much the expected cost grew; null when one of the two is not known.</summary>
    public Money? Expected => Head.Bounds.Expected - Base.Bounds.Expected;

    /// <summary>By how much the worst case grew; null when one of the two is not known.</summary>
    public Money? Max => Head.Bounds.Max - Base.Bounds.Max;

    /// <summary>What the gates say of the head; empty when there are none.</summary>
    public IReadOnlyList<GateFinding> Gates { get; init; } = [];

    /// <summary>The nodes of which something is other than it was.</summary>
    [JsonIgnore]
    public IEnumerable<NodeDiff> Changes => Nodes.Where(node => node.Change != NodeChange.Unchanged);

    /// <summary>Compares two sides.</summary>
    /// <param name="before">What is compared against.</param>
    /// <param name="after">What is compared.</param>
    public static PlanDiff Between(CostSide before, CostSide after)
    {
        var former = NodeMatching.Match(before.Plan.Nodes, after.Plan.Nodes);
        var nodes = new List<NodeDiff>(after.Plan.Nodes.Count);
        var kept = new HashSet<NodePlan>(ReferenceEqualityComparer.Instance);
        var names = former.ToDictionary(pair => pair.Value.Id, pair => pair.Key.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var head in after.Plan.Nodes)
        {
            var was = former.GetValueOrDefault(head);
            if (was is not null)
            {
                kept.Add(was);
            }

            nodes.Add(Compare(was, head, names) with
            {
                BaseMeasured = was is null ? null : before.MeasuredNodes.GetValueOrDefault(was.Id),
                HeadMeasured = after.MeasuredNodes.GetValueOrDefault(head.Id),
            });
        }

        nodes.AddRange(before.Plan.Nodes.Where(node => !kept.Contains(node)).Select(gone => new NodeDiff(gone.Id, NodeChange.Removed)
        {
            Base = gone.Bounds,
            BaseMeasured = before.MeasuredNodes.GetValueOrDefault(gone.Id),
            Location = gone.Location?.ToString(),
        }));
        return new PlanDiff(DiffSide.Of(before), DiffSide.Of(after), nodes);
    }

    private static NodeDiff Compare(NodePlan? was, NodePlan head, Dictionary<string, string> names)
    {
        var reasons = was is null ? [] : ChangeReasons.Between(was, head, names);
        var isRenamed = was is not null && !was.Id.Equals(head.Id, StringComparison.OrdinalIgnoreCase);
        var change = was is null ? NodeChange.Added : isRenamed ? NodeChange.Renamed : reasons.Count > 0 ? NodeChange.Changed : NodeChange.Unchanged;
        return new NodeDiff(head.Id, change)
        {
            FormerId = isRenamed ? was!.Id : null,
            Reasons = reasons,
            Base = was?.Bounds,
            Head = head.Bounds,
            Location = head.Location?.ToString(),
        };
    }
}
