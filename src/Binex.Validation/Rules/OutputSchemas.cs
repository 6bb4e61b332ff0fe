using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules;

/// <summary>Finds the schema of one output in that of a node's answer.</summary>
internal static class OutputSchemas
{
    /// <summary>The schema of an output; null when it is not known. Several outputs are members of one answer; an output with a pointer is some part of it.</summary>
    public static DocumentNode? Of(NodeDraft node, string output) => node.Node.Outputs switch
    {
        [{ Path: null } only] when only.Name == output => node.OutputSchema,
        { Count: > 1 } all when all.Any(one => one.Name == output && one.Path is null) => (node.OutputSchema as MappingNode).Map("properties")?[output],
        _ => null,
    };
}
