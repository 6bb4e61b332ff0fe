using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>The values that are known before a run: variables, the workflow's name, and what local nodes make of such.</summary>
internal sealed class KnownValues(Workflow workflow, IReadOnlyDictionary<string, JsonElement> variables) : IReferenceSource
{
    private const int DeepestChain = 64;
    private const int LongestText = 1_000_000;

    private readonly Dictionary<int, JsonElement> _outputs = [];
    private readonly Dictionary<string, JsonElement?> _defaults = workflow.Variables.ToDictionary(variable => variable.Name, variable => variable.Default);
    private bool _metUnknown;
    private int _depth;
    private long _length;

    /// <summary>What a model is told in an execution to which no loop came back; what is unknown is left out of it.</summary>
    /// <param name="index">The node's index.</param>
    /// <param name="resolved">The node with its references replaced.</param>
    /// <param name="isKnown">Whether nothing of it is unknown.</param>
    /// <returns>The message; null when a reference has no value, so that nothing is ever sent.</returns>
    public string? MessageOf(int index, out ResolvedNode? resolved, out bool isKnown)
    {
        (_metUnknown, _length) = (false, 0);
        var node = MessageParts(workflow.Nodes[index]);
        var execution = new NodeExecution(workflow, node, 1, "") { Dependencies = node.Prompt is null ? Upstream(index) : [] };
        resolved = NodeResolver.Resolve(execution, this, out _);
        isKnown = !_metUnknown;
        return resolved?.MessageFor(execution);
    }

    /// <inheritdoc/>
    public ReferenceValue Find(Reference reference)
    {
        var value = reference switch
        {
            { Root: ReferenceRoot.User } => Variable(reference.Name),
            { Root: ReferenceRoot.Run, Name: "name" } => JsonValues.From(workflow.Name),
            { Root: ReferenceRoot.Output } when workflow.IndexOf(reference.Name) is >= 0 and var node => OutputOf(node, reference.Output),
            _ => null,
        };
        return ReferenceValue.Of(Met(value) ?? JsonValues.Null);
    }

    // A prompt makes the message by itself; an address and a key are no part of it.
    private static Node MessageParts(Node node) => node with
    {
        Inputs = node.Prompt is null ? node.Inputs : [],
        Model = node.Model with { ApiBase = null, ApiKey = null },
    };

    private UpstreamNode[] Upstream(int index)
    {
        var dependencies = workflow.Graph.Edges.Predecessors(index);
        var upstream = new UpstreamNode[dependencies.Length];
        for (var i = 0; i < upstream.Length; i++)
        {
            var node = workflow.Nodes[dependencies[i]];
            var value = Met(node.Outputs is [var only] ? OutputOf(dependencies[i], only.Name) : null);
            upstream[i] = new UpstreamNode(node.Id, NodeStatus.Completed, value is { } known && !JsonValues.IsNull(known)
                ? new NodeOutputs(new Dictionary<string, OutputValue> { [node.Outputs[0].Name] = new(known, "") })
                : null);
        }

        return upstream;
    }

    // Nothing is made of values that are longer together than the longest text.
    private JsonElement? Met(JsonElement? value)
    {
        _length += value is { } found ? JsonValues.ToText(found).Length : 0;
        value = _length > LongestText ? null : value;
        _metUnknown |= value is null;
        return value;
    }

    private JsonElement? Variable(string name) => variables.TryGetValue(name, out var value) ? value : _defaults.GetValueOrDefault(name);

    // Only what a node gives for certain, and always the same, is known. Nothing is looked for behind the first unknown value or
    // beyond the longest text: nodes that repeat each other's outputs could go on for ever.
    private JsonElement? OutputOf(int index, string output)
    {
        var node = workflow.Nodes[index];
        if (node.Agent is { Scheme: "local", Target: "noop" })
        {
            return JsonValues.Null;
        }

        var isCertain = node is { When: null, SkipPropagation: false, ContinueOnError: false, OutputSchema: null, Outputs: [{ Path: null } only] } && only.Name == output;
        var input = node.Agent switch
        {
            { Scheme: "local", Target: "template" } => "template",
            { Scheme: "local", Target: "select" } => "value",
            _ => null,
        };
        var value = node.Inputs.FirstOrDefault(candidate => candidate.Name == input)?.Value;
        if (!isCertain || value is null || _metUnknown || _depth == DeepestChain)
        {
            return null;
        }

        if (_outputs.TryGetValue(index, out var known))
        {
            return known;
        }

        _depth++;
        var resolved = value.Resolve(this);
        _depth--;
        return resolved.Missing is null && !_metUnknown && AsKept(node.Outputs[0], resolved.Value) is { } kept ? _outputs[index] = kept : null;
    }

    // Text that is kept as JSON may be mended on the way, and then it is not the text that was known.
    private static JsonElement? AsKept(OutputDeclaration output, JsonElement value) =>
        output.Type != OutputType.Json || value.ValueKind != JsonValueKind.String ? value
        : JsonValues.TryParse(value.GetString()!, out var parsed, out _) ? parsed
        : null;
}
