using Binex.Core.Diagnostics;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Rules.Models;

/// <summary>Every node says who does its work, as a URI of a known kind.</summary>
/// <param name="plugins">Kinds of agents that plugins add.</param>
internal sealed class AgentRule(IReadOnlyCollection<string> plugins) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Map?["agent"] is null)
            {
                CheckMissing(node, findings);
            }
            else if (node.Map.Text("agent") is { } written)
            {
                Check(draft, node, written, findings);
            }
        }
    }

    private static void CheckMissing(NodeDraft node, FindingList findings)
    {
        // A key that is nearly 'agent' was reported as unknown, with the right one as its hint.
        if (node.Map is not null && node.Map["pattern"] is null && node.Map["type"] is null
            && Spelling.Nearest("agent", node.Map.Entries.Select(entry => entry.Key.Value)) is null)
        {
            findings.Add(
                DiagnosticCatalog.NodeWithoutAgent,
                node.Key.Location,
                $"'{node.Id}' has no 'agent', so nothing does its work",
                "add one, such as 'agent: llm://gpt-4o-mini'");
        }
    }

    private void Check(WorkflowDraft draft, NodeDraft node, ScalarNode written, FindingList findings)
    {
        if (AgentUri.Parse(written.Value) is not { } agent)
        {
            findings.Add(
                DiagnosticCatalog.BadAgentUri,
                written.Location,
                $"'{written.Value}' is no agent; an agent is written scheme://target",
                $"for a model, write 'llm://{written.Value.TrimStart(':', '/')}'");
        }
        else if (!AgentSchemes.Known.Contains(agent.Scheme) && !plugins.Contains(agent.Scheme))
        {
            CheckScheme(node, written, agent, findings);
        }
        else if (agent.Target.Length == 0 && !(agent.IsModel && draft.Defaults.Model is not null))
        {
            findings.Add(
                DiagnosticCatalog.BadAgentUri,
                written.Location,
                agent.IsModel ? "'llm://' names no model, and 'defaults' has none either" : $"'{written.Value}' has nothing after '://'",
                agent.IsModel ? "write a model, such as 'llm://gpt-4o-mini', or 'defaults: { model: … }'" : null);
        }
        else if (agent.Scheme == "local" && !AgentSchemes.LocalAgents.Contains(agent.Target))
        {
            findings.Add(
                DiagnosticCatalog.UnknownLocalAgent,
                written.LocationOf("local://".Length, agent.Target.Length),
                $"there is no local agent '{agent.Target}'; it behaves as 'echo'",
                Spelling.Hint(agent.Target, AgentSchemes.LocalAgents) ?? $"there are {string.Join(", ", AgentSchemes.LocalAgents)}");
        }
    }

    // A class of Python Binex may stand behind any scheme.
    private void CheckScheme(NodeDraft node, ScalarNode written, AgentUri agent, FindingList findings)
    {
        var known = AgentSchemes.Known.Concat(plugins).ToList();
        if (node.Map.Map("config")?["adapter_class"] is not ScalarNode { Kind: ScalarKind.Text } && agent.Scheme != "loop")
        {
            findings.Add(
                DiagnosticCatalog.UnknownScheme,
                written.LocationOf(0, agent.Scheme.Length),
                $"there is no kind of agent '{agent.Scheme}'",
                Spelling.Hint(agent.Scheme, known) ?? $"there are {string.Join(", ", known)}");
        }
    }
}
