using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>The values that the references of one execution of a node stand for.</summary>
internal sealed class ExecutionScope(NodeExecution execution, RunSettings settings, ILedger ledger, SecretMask secrets) : IReferenceSource
{
    private Dictionary<string, UpstreamNode>? _nodes;

    public ReferenceValue Find(Reference reference) => reference.Root switch
    {
        ReferenceRoot.User => FindVariable(reference),
        ReferenceRoot.Env => FindEnvironment(reference.Name),
        ReferenceRoot.Output => FindOutput(reference),
        ReferenceRoot.Status => FindNode(reference.Name) is { } node
            ? ReferenceValue.Of(JsonValues.From(node.Status.ToString().ToLowerInvariant()))
            : NotUpstream(reference),
        ReferenceRoot.Run => FindRun(reference),
        ReferenceRoot.Budget => ReferenceValue.Of(ledger.Remaining is { } remaining ? Dollars(remaining) : JsonValues.Null),
        ReferenceRoot.Iteration => ReferenceValue.Of(JsonValues.From(execution.Iteration)),
        _ => ReferenceValue.NotFound($"{reference} has no value here: it belongs to a foreach"),
    };

    private ReferenceValue FindVariable(Reference reference)
    {
        if (!settings.Variables.TryGetValue(reference.Name, out var value))
        {
            return ReferenceValue.NotFound($"the variable '{reference.Name}' has no value; give it with --var {reference.Name}=…");
        }

        if (execution.Workflow.Variables.Any(variable => variable.Secret && variable.Name == reference.Name))
        {
            secrets.Add(JsonValues.ToText(value));
        }

        return ReferenceValue.Of(value);
    }

    private ReferenceValue FindEnvironment(string name)
    {
        if (settings.Environment(name) is not { } value)
        {
            return ReferenceValue.NotFound($"the environment variable {name} is not set");
        }

        secrets.Add(value);
        return ReferenceValue.Of(JsonValues.From(value));
    }

    private ReferenceValue FindOutput(Reference reference)
    {
        if (FindNode(reference.Name) is not { } node)
        {
            return NotUpstream(reference);
        }

        return ReferenceValue.Of(node.Outputs is { } outputs && outputs.ByName.TryGetValue(reference.Output, out var output)
            ? output.Value
            : JsonValues.Null);
    }

    private ReferenceValue FindRun(Reference reference) => reference.Name switch
    {
        "id" => ReferenceValue.Of(JsonValues.From(execution.RunId)),
        "name" => ReferenceValue.Of(JsonValues.From(execution.Workflow.Name)),
        "spent" => ReferenceValue.Of(Dollars(ledger.Spent)),
        _ => ReferenceValue.NotFound($"{reference} is not known; a run has id, name and spent"),
    };

    private static JsonElement Dollars(Money money) => JsonElement.Parse(money.ToExactString());

    private UpstreamNode? FindNode(string id)
    {
        if (_nodes is null)
        {
            _nodes = new Dictionary<string, UpstreamNode>(StringComparer.OrdinalIgnoreCase);
            foreach (var node in execution.Dependencies.Concat(execution.PreviousIteration))
            {
                _nodes.TryAdd(node.Id, node);
            }
        }

        return _nodes.GetValueOrDefault(id);
    }

    private static ReferenceValue NotUpstream(Reference reference) =>
        ReferenceValue.NotFound($"{reference} has no value here: the node is not upstream");
}
