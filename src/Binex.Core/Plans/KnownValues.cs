using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>The values of references that are known before a run: variables, the workflow's name, and what local nodes make of such.</summary>
internal sealed class KnownValues(Workflow workflow, IReadOnlyDictionary<string, JsonElement> variables) : IReferenceSource
{
    private const int DeepestChain = 64;
    private const int LongestText = 1_000_000;

    private readonly Dictionary<int, JsonElement> _outputs = [];
    private bool _metUnknown;
    private int _depth;
    private long _length;

    /// <summary>A text with its references resolved; unknown ones are empty.</summary>
    /// <param name="template">The text; null is empty.</param>
    /// <param name="isKnown">Whether every one of its references is known.</param>
    public string TextOf(TextTemplate? template, out bool isKnown)
    {
        (_metUnknown, _length) = (false, 0);
        var text = template is null ? "" : string.Concat(template.Segments.Select(
            segment => segment.Reference is { } reference ? JsonValues.ToText(reference.ResolveFrom(this).Value) : segment.Literal));
        isKnown = !_metUnknown;
        return text;
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
        _length += value is { } found ? JsonValues.ToText(found).Length : 0;
        value = _length > LongestText ? null : value;
        _metUnknown |= value is null;
        return ReferenceValue.Of(value ?? JsonValues.Null);
    }

    private JsonElement? Variable(string name) => variables.TryGetValue(name, out var value)
        ? value
        : workflow.Variables.FirstOrDefault(variable => variable.Name == name)?.Default;

    // Only what a node gives for certain, and always the same, is known. Nothing is looked for behind the first unknown value or
    // beyond the longest text: nodes that repeat each other's outputs could go on for ever.
    private JsonElement? OutputOf(int index, string output)
    {
        var node = workflow.Nodes[index];
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
        return resolved.Missing is null && !_metUnknown ? _outputs[index] = resolved.Value : null;
    }
}
