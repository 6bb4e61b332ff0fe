using System.Text.Json;

namespace Binex.JsonSchema.Tests;

/// <summary>Hands out schemas from a table.</summary>
internal sealed class FakeResolver : Dictionary<string, string>, ISchemaResolver
{
    public JsonElement? Resolve(Uri uri) => TryGetValue(uri.AbsoluteUri, out var text) ? JsonElement.Parse(text) : null;
}
