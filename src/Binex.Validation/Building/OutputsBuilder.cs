using Binex.Core.Diagnostics;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Fixing;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads the outputs that a node declares.</summary>
internal static class OutputsBuilder
{
    /// <summary>The outputs in document order; the one named <c>output</c> where none is declared.</summary>
    public static IReadOnlyList<OutputDeclaration> Build(MappingNode? node, FindingList findings)
    {
        var outputs = node?["outputs"] switch
        {
            SequenceNode list => FromList(list, findings),
            MappingNode map => [.. map.Entries.Select(FromEntry)],
            _ => null,
        };
        if (outputs is { Count: 0 })
        {
            findings.Add(
                DiagnosticCatalog.NoOutputs,
                node!.Entry("outputs")!.Key.Location,
                "no output is declared here, so the node has the one named 'output'",
                "leave 'outputs' out, or name one",
                fix: Fixes.Replace(node["outputs"]!, $"[{OutputDeclaration.DefaultName}]"));
        }

        return outputs is null or { Count: 0 } ? [new OutputDeclaration(OutputDeclaration.DefaultName)] : outputs;
    }

    private static List<OutputDeclaration> FromList(SequenceNode list, FindingList findings)
    {
        var outputs = new List<OutputDeclaration>();
        var first = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var name in list.Items.OfType<ScalarNode>())
        {
            if (first.TryAdd(name.Value, name))
            {
                outputs.Add(new OutputDeclaration(name.Value));
            }
            else
            {
                findings.Add(
                    DiagnosticCatalog.DuplicateOutput,
                    name.Location,
                    $"the output '{name.Value}' is declared twice",
                    related: [new RelatedPlace("first declared here", first[name.Value].Location)],
                    fix: Fixes.Remove(list, name));
            }
        }

        return outputs;
    }

    private static OutputDeclaration FromEntry(MappingEntry entry)
    {
        var form = entry.Value as MappingNode;
        var type = form.Text("type")?.Value switch
        {
            "text" => OutputType.Text,
            "json" => OutputType.Json,
            "file" => OutputType.File,
            _ => OutputType.Any,
        };
        return new OutputDeclaration(entry.Key.Value, type, form.Text("path")?.Value);
    }
}
