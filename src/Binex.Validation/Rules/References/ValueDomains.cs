using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>Finds out what values the references in the conditions of a workflow can have.</summary>
internal sealed class ValueDomains
{
    private static readonly JsonElement[] Decisions = [JsonValues.From("approved"), JsonValues.From("rejected")];

    private readonly WorkflowDraft _draft;
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    /// <summary>Takes the workflow.</summary>
    public ValueDomains(WorkflowDraft draft)
    {
        _draft = draft;
        foreach (var variable in draft.Variables)
        {
            _variables.TryAdd(variable.Name, variable);
        }
    }

    /// <summary>The variable with a name, or null.</summary>
    public Variable? Variable(string name) => _variables.GetValueOrDefault(name);

    /// <summary>What is known of a reference in a condition of a node; null for nothing.</summary>
    public ValueDomain? Of(int node, Reference reference)
    {
        if (reference.Default is not null)
        {
            return null;
        }

        if (reference.Root == ReferenceRoot.User)
        {
            return reference.Path.Count == 0 && Variable(reference.Name) is { } variable
                ? new ValueDomain(NameOf(variable.Type), variable.Allowed.Count > 0 ? variable.Allowed : null)
                : null;
        }

        if (!reference.IsNode || _draft.IndexOf(reference.Name) is not (>= 0 and var target)
            || _draft.Nodes[node].ItemName == reference.Name || _draft.Nodes[target].IsExpanded)
        {
            return null;
        }

        return reference.Root == ReferenceRoot.Status ? Statuses(node, target) : Answers(_draft.Nodes[target], reference);
    }

    // A loop's end that has not run yet is pending; every other node has ended when its dependants look at it.
    private ValueDomain? Statuses(int node, int target)
    {
        var referred = _draft.Nodes[target].Node;
        if (node != target && _draft.Graph.Predecessors(node).BinarySearch(target) < 0)
        {
            return null;
        }

        List<NodeStatus> statuses = [NodeStatus.Completed, NodeStatus.Reused];
        if (referred.When is not null || referred.SkipPropagation)
        {
            statuses.Add(NodeStatus.Skipped);
        }

        if (referred.ContinueOnError)
        {
            statuses.AddRange([NodeStatus.Failed, NodeStatus.Refused]);
        }

        return new ValueDomain("string", [.. statuses.Select(status => JsonValues.From(status.ToString().ToLowerInvariant()))])
        {
            Remedy = status => status switch
            {
                "failed" or "refused" when !referred.ContinueOnError =>
                    $"when '{referred.Id}' fails, what needs it is blocked; write 'continue_on_error: true' in '{referred.Id}'",
                "skipped" => $"'{referred.Id}' has no 'when', so it is never skipped",
                _ => null,
            },
        };
    }

    private static ValueDomain? Answers(NodeDraft node, Reference reference)
    {
        var output = node.Node.Outputs.FirstOrDefault(output => output.Name == reference.Output);
        if (output is null || output.Path is not null || output.Type != OutputType.Any)
        {
            return null;
        }

        if (node.Node.Agent is { Scheme: "human", Target: not ("input" or "output") } && node.OutputSchema is null)
        {
            // An approval gives its decision as whatever is asked for, but for the feedback.
            return reference.Path.Count == 0 && reference.Output != "feedback" ? new ValueDomain("string", Decisions) : null;
        }

        if (OutputSchemas.At(node, reference) is not { } schema)
        {
            return null;
        }

        var values = schema["const"] is { } only ? [only.ToJson()]
            : schema["enum"] is SequenceNode list ? list.Items.Select(item => item.ToJson()).ToList()
            : (IReadOnlyList<JsonElement>?)null;
        return new ValueDomain(schema.Text("type")?.Value, values);
    }

    private static string? NameOf(VariableType type) => type == VariableType.Json ? null : type.ToString().ToLowerInvariant();
}
