using System.Collections.Frozen;
using System.Text.Json;

namespace Binex.JsonSchema.Dialects;

/// <summary>The meta-schemas of both drafts, embedded in the assembly.</summary>
internal static class MetaSchemas
{
    private static readonly FrozenDictionary<string, Lazy<JsonElement>> Documents = new[]
    {
        (Draft07.Uri, "draft-07/schema"),
        (Draft202012.Uri, "draft2020-12/schema"),
        Part("core"),
        Part("applicator"),
        Part("unevaluated"),
        Part("validation"),
        Part("meta-data"),
        Part("format-annotation"),
        Part("format-assertion"),
        Part("content"),
    }.ToFrozenDictionary(entry => entry.Item1, entry => new Lazy<JsonElement>(() => Load(entry.Item2)), StringComparer.Ordinal);

    public static JsonElement? Find(Uri uri) => Documents.TryGetValue(uri.AbsoluteUri, out var document) ? document.Value : null;

    private static (string Uri, string Resource) Part(string name) =>
        ($"https://json-schema.org/draft/2020-12/meta/{name}", $"draft2020-12/meta/{name}");

    private static JsonElement Load(string name)
    {
        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The meta-schema {name} is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
