namespace Binex.Core.Plans.Comparison;

/// <summary>Finds which node of one plan is which of another: by id, then by all of its content, then by its prompt.</summary>
internal static class NodeMatching
{
    /// <summary>What the nodes of the head were, for those that were there before.</summary>
    public static Dictionary<NodePlan, NodePlan> Match(IReadOnlyList<NodePlan> before, IReadOnlyList<NodePlan> after)
    {
        var former = new Dictionary<NodePlan, NodePlan>(ReferenceEqualityComparer.Instance);
        var open = new List<NodePlan>(before);
        Pair(node => node.Id.ToLowerInvariant());
        Pair(node => node.Content?.Sha256);
        Pair(node => node.Content is { } content && node.Model is not null ? content.PromptSha256 : null);
        return former;

        void Pair(Func<NodePlan, string?> keyOf)
        {
            var byKey = new Dictionary<string, Queue<NodePlan>>(StringComparer.Ordinal);
            foreach (var node in open)
            {
                if (keyOf(node) is { } key)
                {
                    (byKey.TryGetValue(key, out var same) ? same : byKey[key] = new Queue<NodePlan>()).Enqueue(node);
                }
            }

            foreach (var node in after)
            {
                if (!former.ContainsKey(node) && keyOf(node) is { } key && byKey.TryGetValue(key, out var same) && same.TryDequeue(out var was))
                {
                    former.Add(node, was);
                }
            }

            var taken = new HashSet<NodePlan>(former.Values, ReferenceEqualityComparer.Instance);
            open.RemoveAll(taken.Contains);
        }
    }
}
