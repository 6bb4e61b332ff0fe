using Binex.Core.Text;
using Binex.Validation.Documents.Json;
using Binex.Validation.Documents.Yaml;
using Binex.Validation.Rules;

namespace Binex.Validation.Documents;

/// <summary>Reads a text as YAML, or as strict JSON where the file is named so.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The document's value, or null where there is none that can be worked with.</returns>
    public static DocumentNode? Read(SourceText source, FindingList findings) =>
        source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new JsonTreeReader(source, findings).Read()
            : new YamlTreeReader(source, findings).Read();
}
