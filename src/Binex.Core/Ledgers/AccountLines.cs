namespace Binex.Core.Ledgers;

/// <summary>The accounts below the run's, and which of them pay for a call. Not safe for threads; its ledger is.</summary>
internal sealed class AccountLines(Func<string, Cap> nodeCap, GroupCaps groups)
{
    private readonly Dictionary<string, AccountLine> _nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AccountLine> _models = OfGroup("model", groups.Models);
    private readonly Dictionary<string, AccountLine> _tags = OfGroup("tag", groups.Tags);
    private readonly Dictionary<string, AccountLine[]> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every account: those of models and tags, then those of nodes in the order in which they first asked.</summary>
    public IEnumerable<AccountState> States => _models.Values.Concat(_tags.Values).Concat(_nodes.Values).Select(line => line.Account.State);

    /// <summary>The accounts that pay for a call of a node, the node's first.</summary>
    public AccountLine[] PathOf(string nodeId, string model)
    {
        // The model makes a difference only where models have caps; everybody else is spared the longer key.
        var key = _models.Count == 0 ? nodeId : $"{nodeId}/{model}";
        if (!_paths.TryGetValue(key, out var path))
        {
            path = Build(nodeId, model);
            _paths.Add(key, path);
        }

        return path;
    }

    private AccountLine[] Build(string nodeId, string model)
    {
        if (!_nodes.TryGetValue(nodeId, out var node))
        {
            node = new AccountLine(new Account($"{Ledger.RunPath}/{nodeId}", nodeCap(nodeId)));
            _nodes.Add(nodeId, node);
        }

        var path = new List<AccountLine> { node };
        if (_models.TryGetValue(model, out var ofModel))
        {
            path.Add(ofModel);
        }

        if (_tags.Count > 0)
        {
            path.AddRange(groups.TagsOf(nodeId).Distinct(StringComparer.OrdinalIgnoreCase).Where(_tags.ContainsKey).Select(tag => _tags[tag]));
        }

        return [.. path];
    }

    private static Dictionary<string, AccountLine> OfGroup(string kind, IReadOnlyDictionary<string, Cap> caps) => caps.ToDictionary(
        cap => cap.Key, cap => new AccountLine(new Account($"{Ledger.RunPath}/{kind}:{cap.Key}", cap.Value)), StringComparer.OrdinalIgnoreCase);
}
