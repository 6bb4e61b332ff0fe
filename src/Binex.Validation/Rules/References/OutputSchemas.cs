using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>Finds what the <c>output_schema</c> of a node says of an output, or of a part of it.</summary>
internal static class OutputSchemas
{
    // With one of these beside them, 'type' and 'properties' do not say all.
    private static readonly string[] Composed = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "patternProperties", "unevaluatedProperties"];

    /// <summary>Whether a schema is a map whose own keywords say all there is to say.</summary>
    public static bool SaysAll(MappingNode schema) => !Array.Exists(Composed, keyword => schema[keyword] is not null);

    /// <summary>The schema of an output; null where there is none. Several outputs are members of one answer; one with a pointer is some part of it.</summary>
    public static DocumentNode? Of(NodeDraft node, string output) => node.OutputSchema is not { } schema ? null : node.Node.Outputs switch
    {
        [{ Path: null } only] when only.Name == output => schema,
        { Count: > 1 } all when all.Any(one => one.Name == output && one.Path is null) => (schema as MappingNode).Map("properties")?[output],
        _ => null,
    };

    /// <summary>The schema of what a reference leads to; null where that is not known for certain.</summary>
    public static MappingNode? At(NodeDraft node, Reference reference)
    {
        var schema = Of(node, reference.Output) as MappingNode;
        foreach (var step in reference.Path)
        {
            if (schema is null || !SaysAll(schema))
            {
                return null;
            }

            schema = step.Name is { } name ? schema.Map("properties").Map(name) : schema.Map("items");
        }

        return schema is not null && SaysAll(schema) ? schema : null;
    }
}
