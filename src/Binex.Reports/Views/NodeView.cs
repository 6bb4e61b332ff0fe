using Binex.Core.Reports;
using Binex.Core.Workflows;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows nodes: as a row of a table, and in full.</summary>
internal static class NodeView
{
    public static ScriptObject Row(ReportNode node)
    {
        var status = StatusWord.Of(node.Status);
        return new ScriptObject
        {
            ["id"] = node.Id,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["agent"] = node.RequestedModel ?? node.Agent,
            ["calls"] = node.Calls == 0 ? null : Words.Count(node.Calls),
            ["retries"] = node.Retries == 0 ? null : Words.Count(node.Retries),
            ["executions"] = node.Iterations.Count(it => it.StartedAt is not null) is > 1 and var runs ? Words.Count(runs) : null,
            ["tokens"] = node.Tokens.Input + node.Tokens.Output == 0 ? null : Words.Count(node.Tokens.Input + node.Tokens.Output),
            ["cost"] = node.Calls == 0 ? null : node.Cost.ToString(),
            ["duration"] = node.StartedAt is null ? null : Words.Duration(node.DurationMs),
            ["reason"] = node.Reason,
        };
    }

    public static ScriptObject Full(ReportNode node, ContentViews contents, bool isOpen)
    {
        var view = Row(node);
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
