using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.JsonSchema;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads and checks the JSON Schema of a node's answer, inline or from a file.</summary>
internal sealed class OutputSchemaBuilder(NamedFiles files, FindingList findings)
{
    // Nodes often share a schema by an alias or a file; each is compiled once.
    private Dictionary<DocumentNode, JsonElement?>? _checked;
    private readonly Dictionary<string, DocumentNode?> _files = new(StringComparer.Ordinal);

    /// <summary>The schema and where it is written; null when there is none or none that is valid.</summary>
    public (DocumentNode Place, JsonElement Schema)? Build(MappingNode? node, bool allowOutside)
    {
        if (node?["output_schema"] is not { } written || written is ScalarNode { Kind: ScalarKind.Null })
        {
            return null;
        }

        var place = written is ScalarNode { IsText: true } scalar ? FromFile(scalar, allowOutside) : written;
        return place is not null && Check(place) is { } schema ? (place, schema) : null;
    }

    private DocumentNode? FromFile(ScalarNode scalar, bool allowOutside)
    {
        if (!NamedFiles.IsName(scalar))
        {
            findings.Add(
                DiagnosticCatalog.BadOutputSchema,
                scalar.Location,
                "a text is neither a JSON Schema nor the name of a file",
                "write the schema as a map, or file:// and a path");
            return null;
        }

        if (files.Read(scalar, allowOutside) is not { } source)
        {
            return null;
        }

        if (!_files.TryGetValue(scalar.Value, out var root))
        {
            _files[scalar.Value] = root = DocumentReader.Read(source, findings);
        }

        return root;
    }

    private JsonElement? Check(DocumentNode place)
    {
        _checked ??= new Dictionary<DocumentNode, JsonElement?>(ReferenceEqualityComparer.Instance);
        if (_checked.TryGetValue(place, out var known))
        {
            return known;
        }

        var schema = place.ToJson();
        var compilation = SchemaCompiler.Compile(schema);
        foreach (var error in compilation.Errors)
        {
            var (node, entry) = DocumentPointers.Find(place, error.InstancePointer);
            var name = entry is null ? "the schema" : $"'{entry.Key.Value}'";
            var location = node is MappingNode or SequenceNode && entry is not null ? entry.Key.Location : node.Location;
            findings.Add(
                DiagnosticCatalog.BadOutputSchema,
                location,
                $"{name} {error.Message}",
                Spelling.Hint((node as ScalarNode)?.Value ?? "", error.Candidates));
        }

        return _checked[place] = compilation.IsValid ? schema : null;
    }
}
