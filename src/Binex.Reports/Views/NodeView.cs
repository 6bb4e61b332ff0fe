using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Workflows;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows nodes: as a row of a table, and in full.</summary>
internal static class NodeView
{
    private const int ItemLength = 60;

    /// <summary>The deepest that nodes are shown inside each other.</summary>
    public const int MostDepth = 4;

    /// <summary>A node as a row.</summary>
    /// <param name="node">The node.</param>
    /// <param name="depth">How many nodes it lies in.</param>
    public static ScriptObject Row(ReportNode node, int depth)
    {
        var status = StatusWord.Of(node.Status);
        return new ScriptObject
        {
            ["id"] = node.Id,
            ["parent"] = depth > 0 ? node.Parent : null,
            ["depth"] = Math.Min(depth, MostDepth),
            ["lead"] = Lead(depth),
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["agent"] = node.RequestedModel ?? node.Agent,
            ["calls"] = node.Calls == 0 ? null : Words.Count(node.Calls),
            ["retries"] = node.Retries == 0 ? null : Words.Count(node.Retries),
            ["executions"] = node.Iterations.Count(it => it.StartedAt is not null) is > 1 and var runs ? Words.Count(runs) : null,
            ["tokens"] = node.Tokens.Input + node.Tokens.Output == 0 ? null : Words.Count(node.Tokens.Input + node.Tokens.Output),
            ["cost"] = Cost(node),
            ["saved"] = Saved(node),
            ["duration"] = node.StartedAt is null ? null : Words.Duration(node.DurationMs),
            ["reason"] = node.Reason,
        };
    }

    /// <summary>What stands before a name so that it is seen to lie inside another.</summary>
    /// <param name="depth">How many nodes it lies in.</param>
    public static string? Lead(int depth) => depth > 0 ? new string('\u00a0', 2 * (Math.Min(depth, MostDepth) - 1)) + "↳ " : null;

    public static ScriptObject Full(ReportNode node, int depth, ContentViews contents, bool isOpen)
    {
        var view = Row(node, depth);
        view["item"] = node.Item is { } item ? ItemText(item, contents) : null;
        view["item_value"] = contents.Show(node.Item?.Value, $"the item of {node.Id}");
        view["open"] = isOpen ? "open" : null;
        view["description"] = node.Description;
        view["tags"] = node.Tags.ToList();
        view["uri"] = node.Agent;
        view["model"] = node.Model == node.RequestedModel ? null : node.Model;
        view["reason"] = node.Reason is null || node.Attempts is [.., { Error: { } error }] && error.Message == node.Reason ? null : Words.Sentence(node.Reason);
        view["stop"] = ExecutionView.Stop(node.StopReason);
        view["blocked_by"] = node.BlockedBy;
        view["when"] = node.When;
        view["location"] = node.Location;
        view["fingerprint"] = node.Fingerprint is null ? null : Words.ShortHash(node.Fingerprint);
        view["depends_on"] = node.DependsOn.ToList();
        view["queued"] = node.QueuedMs > 0 ? Words.Duration(node.QueuedMs) : null;
        view["started"] = node.StartedAt is { } at ? Words.Date(at) : null;
        view["tolerated"] = node.ContinueOnError ? "yes" : null;
        view["loop"] = node.Loop is null ? null : new ScriptObject
        {
            ["target"] = node.Loop.Target,
            ["when"] = node.Loop.When,
            ["limit"] = Words.Counted(node.Loop.MaxIterations, "execution"),
            ["at_limit"] = node.Loop.AcceptAtLimit ? "the last result is accepted then" : "the node fails then",
        };
        view["token_text"] = node.Tokens == ReportTokens.Zero ? null : TokenText(node.Tokens);
        view["outputs"] = node.Outputs.Select(output => Output(output, contents, $"{OutputName(output)} of {node.Id}")).ToList();
        view["runs"] = ExecutionView.All(node, contents);
        return view;
    }

    /// <summary>The name of a node where the one in which it lies is seen, and what of its id stands before that.</summary>
    public static (string Before, string Name) NameInside(ReportNode node) =>
        node.Parent is { } parent && node.Id.Length > parent.Length + 1 && node.Id[parent.Length] == '.' && node.Id.StartsWith(parent, StringComparison.OrdinalIgnoreCase)
            ? (node.Id[..(parent.Length + 1)], node.Id[(parent.Length + 1)..])
            : ("", node.Id);

    /// <summary>What a node cost; null when it asked for nothing, so that there is nothing to say.</summary>
    public static string? Cost(ReportNode node) => node.Calls == 0 && node.Cost == Money.Zero && node.SavedCost is null ? null : node.Cost.ToString();

    /// <summary>What reuse saved at a node; null when nothing was reused.</summary>
    public static string? Saved(ReportNode node) => node.SavedCost is { } saved ? $"{saved} saved" : null;

    private static string ItemText(ReportItem item, ContentViews contents) =>
        $"item {Words.Count(item.Index)}" + (item.Value is { } hash && contents.Find(hash)?.Content is { Length: > 0 } value ? $": {Words.Shorten(value[..Math.Min(value.Length, ItemLength * 4)], ItemLength)}" : "");

    public static string OutputName(ReportOutput output) =>
        output.Name == OutputDeclaration.DefaultName ? "the output" : $"the output {output.Name}";

    public static ScriptObject Output(ReportOutput output, ContentViews contents, string place)
    {
        var artifact = contents.Find(output.Hash);
        return new ScriptObject
        {
            ["name"] = output.Name,
            ["hash"] = Words.ShortHash(output.Hash),
            ["content"] = contents.Show(output.Hash, place),
            ["producer"] = artifact?.ProducedBy,
            ["sources"] = artifact is null ? new List<ScriptObject>() : [.. artifact.DerivedFrom.Select(hash => Source(hash, contents))],
        };
    }

    public static string TokenText(ReportTokens tokens)
    {
        var cached = tokens.CachedInput > 0 ? $" ({Words.Count(tokens.CachedInput)} cached)" : "";
        var reasoning = tokens.Reasoning > 0 ? $" ({Words.Count(tokens.Reasoning)} reasoning)" : "";
        return $"{Words.Count(tokens.Input)} in{cached}, {Words.Count(tokens.Output)} out{reasoning}";
    }

    private static ScriptObject Source(string hash, ContentViews contents)
    {
        var artifact = contents.Find(hash);
        return new ScriptObject
        {
            ["hash"] = Words.ShortHash(hash),
            ["name"] = artifact?.Name,
            ["producer"] = artifact?.ProducedBy,
        };
    }
}
