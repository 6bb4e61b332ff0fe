using Binex.Core.Expressions;
using Binex.Core.Graphs;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules.References;

namespace Binex.Validation.Rules.Security;

/// <summary>
/// Says which references bring text that the author of a workflow does not control: variables, and what models, people and the web
/// answered, also when other nodes pass it on. What can only be a number, a boolean or one of a few values is harmless.
/// </summary>
/// <param name="draft">The workflow.</param>
internal sealed class Untrusted(WorkflowDraft draft)
{
    private bool[]? _passesOn;

    /// <summary>Where the text of a reference comes from, as words for a sentence; null where the author controls it.</summary>
    /// <param name="reference">The reference.</param>
    public string? OriginOf(Reference reference) => reference.Root switch
    {
        ReferenceRoot.User => IsFree(reference.Name) ? $"the variable '{reference.Name}'" : null,
        ReferenceRoot.Output when draft.IndexOf(reference.Name) is >= 0 and var index => OriginOf(draft.Nodes[index], index, reference),
        _ => null,
    };

    private string? OriginOf(NodeDraft node, int index, Reference reference)
    {
        if (IsNarrow(node, reference))
        {
            return null;
        }

        return SourceOf(node, reference.Output) ?? (PassesOn[index] ? $"the untrusted text that '{node.Id}' passes on" : null);
    }

    private static string? SourceOf(NodeDraft node, string output) => node.Node.Agent.Scheme switch
    {
        "llm" or "pattern" or "langchain" or "crewai" or "autogen" or "workflow" => $"the answer of '{node.Id}'",
        "http" or "https" or "a2a" or "a2a+http" => $"what the network answered to '{node.Id}'",
        "human" when output != "decision" => $"what a person wrote for '{node.Id}'",
        _ => null,
    };

    // Asked for only when a dangerous place refers to a node; most workflows have none.
    private bool[] PassesOn => _passesOn ??= FindPassing();

    private bool[] FindPassing()
    {
        var passes = new bool[draft.Nodes.Count];
        foreach (var index in TopologicalOrder.Of(draft.Graph) ?? [])
        {
            var node = draft.Nodes[index];
            passes[index] = SourceOf(node, "") is null && (ReadsUntrusted(node, passes) || (ReadsAll(node.Node.Agent) && FollowsUntrusted(index, passes)));
        }

        return passes;
    }

    private bool ReadsUntrusted(NodeDraft node, bool[] passes)
    {
        foreach (var input in node.Node.Inputs)
        {
            foreach (var reference in input.Value.References)
            {
                var isUntrusted = reference.Root == ReferenceRoot.User
                    ? IsFree(reference.Name)
                    : reference.Root == ReferenceRoot.Output && draft.IndexOf(reference.Name) is >= 0 and var index
                        && !IsNarrow(draft.Nodes[index], reference) && (SourceOf(draft.Nodes[index], reference.Output) is not null || passes[index]);
                if (isUntrusted)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool FollowsUntrusted(int index, bool[] passes)
    {
        foreach (var upstream in draft.Graph.Predecessors(index))
        {
            if (passes[upstream] || SourceOf(draft.Nodes[upstream], "") is not null)
            {
                return true;
            }
        }

        return false;
    }

    // These take what came before as it is; the others take their inputs alone.
    private static bool ReadsAll(AgentUri agent) => agent is not { Scheme: "local", Target: "template" or "json" or "select" or "sleep" or "fail" or "noop" };

    private bool IsFree(string name)
    {
        foreach (var variable in draft.Variables)
        {
            if (variable.Name == name)
            {
                return variable is { Type: VariableType.String or VariableType.Json, Allowed.Count: 0 };
            }
        }

        return true;
    }

    private static bool IsNarrow(NodeDraft node, Reference reference)
    {
        var schema = OutputSchemas.Of(node, reference.Output);
        foreach (var step in reference.Path)
        {
            var map = schema as MappingNode;
            schema = step.Name is { } name ? map.Map("properties")?[name] : map?["items"];
        }

        return schema is MappingNode narrow
            && (narrow["enum"] is not null || narrow["const"] is not null || narrow.Text("type")?.Value is "integer" or "number" or "boolean");
    }
}
