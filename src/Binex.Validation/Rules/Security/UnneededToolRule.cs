using Binex.Core.Diagnostics;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules.Models;

namespace Binex.Validation.Rules.Security;

/// <summary>Whoever is granted a tool can use it, because a tool that nobody needs can only do harm.</summary>
internal sealed class UnneededToolRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in draft.Nodes)
        {
            if (node.Map?.Entry("tools") is { Value: SequenceNode { Items.Count: > 0 } list } entry)
            {
                CheckGrant(node, entry, findings);
                CheckList(list, servers, findings);
            }
        }

        foreach (var (server, _) in draft.Root.Map("mcp_servers")?.Entries ?? [])
        {
            if (!servers.Contains(server.Value))
            {
                findings.Add(
                    DiagnosticCatalog.UnneededTool,
                    server.Location,
                    $"no node has a tool of the server '{server.Value}'",
                    $"leave the server out, or give a node 'mcp://{server.Value}/TOOL'");
            }
        }
    }

    private static void CheckGrant(NodeDraft node, MappingEntry tools, FindingList findings)
    {
        if (node.Node.Agent is { IsModel: false } agent && agent.Scheme is "local" or "human" or "exec" or "http" or "https")
        {
            findings.Add(
                DiagnosticCatalog.UnneededTool,
                tools.Key.Location,
                $"'{node.Id}' asks no model, so nothing calls its tools",
                "leave 'tools' out");
        }
        else if (node.Map.Map("config").Integer("max_tool_rounds") == 0)
        {
            findings.Add(
                DiagnosticCatalog.UnneededTool,
                tools.Key.Location,
                $"'{node.Id}' has tools, but 'max_tool_rounds: 0' lets it call none",
                "leave 'tools' out, or allow a round",
                [new RelatedPlace("the limit is here", node.Map.Map("config")!.Entry("max_tool_rounds")!.Key.Location)]);
        }
    }

    private static void CheckList(SequenceNode list, HashSet<string> servers, FindingList findings)
    {
        var first = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not ScalarNode { IsText: true } tool)
            {
                continue;
            }

            if (!first.TryAdd(tool.Value, tool))
            {
                findings.Add(
                    DiagnosticCatalog.UnneededTool,
                    tool.Location,
                    $"'{tool.Value}' is given twice",
                    "leave one out",
                    [new RelatedPlace("first given here", first[tool.Value].Location)]);
            }

            if (AgentUri.Parse(tool.Value) is { Scheme: "mcp" } uri)
            {
                servers.Add(McpServers.NameIn(uri.Target));
            }
        }
    }
}
