using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>A place at which a node names a model.</summary>
/// <param name="Node">The node.</param>
/// <param name="Place">The text that names it, with or without <c>llm://</c> before it.</param>
internal sealed record ModelUse(NodeDraft Node, ScalarNode Place)
{
    /// <summary>The model's name.</summary>
    public string Model { get; } = AgentUri.Parse(Place.Value) is { IsModel: true } agent ? agent.Target : Place.Value;

    /// <summary>Where the name is written.</summary>
    public SourceLocation Location => Place.LocationOf(Place.Value.Length - Model.Length, Model.Length);

    /// <summary>Whether the node has an endpoint of its own, at which a name may mean another model than with its provider.</summary>
    public bool IsElsewhere => Node.Node.Model.ApiBase is not null;

    /// <summary>All models that nodes name: the node's own, its fallbacks, those of a pattern and of judges. Names known only at run time are left out.</summary>
    public static IEnumerable<ModelUse> Of(WorkflowDraft draft)
    {
        foreach (var node in draft.Nodes)
        {
            foreach (var place in Places(node))
            {
                if (place.Value.Length > 0 && !place.Value.Contains("${", StringComparison.Ordinal))
                {
                    yield return new ModelUse(node, place);
                }
            }
        }
    }

    private static IEnumerable<ScalarNode> Places(NodeDraft node)
    {
        if (node.ModelPlace is { } own)
        {
            yield return own;
        }

        foreach (var fallback in node.Map.Texts("fallbacks"))
        {
            yield return fallback;
        }

        if (node.Map.Text("pattern") is not null)
        {
            if (node.Map.Text("model") is { } ofPattern)
            {
                yield return ofPattern;
            }

            foreach (var (_, step) in node.Map.Map("steps")?.Entries ?? [])
            {
                if ((step as MappingNode).Text("model") is { } ofStep)
                {
                    yield return ofStep;
                }
            }
        }

        foreach (var assertion in node.Map.Maps("assertions"))
        {
            if (assertion.Text("judge_model") is { } judge)
            {
                yield return judge;
            }
        }
    }
}
