using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>Anthropic's messages as Vertex AI takes them: the model is in the path, and the errors are Google's.</summary>
internal sealed class VertexWire : AnthropicWire
{
    private const string Begin = "/publishers/anthropic/models/";

    protected override string[] Paths => [":rawPredict", ":streamRawPredict"];

    internal override string ModelOf(string path, JsonElement body) =>
        path[(path.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..path.LastIndexOf(':')];

    internal override bool IsStreamed(string path, JsonElement body) => path.EndsWith(":streamRawPredict", StringComparison.Ordinal);

    internal override string Error(int status, string? code, string message) =>
        JsonSerializer.Serialize(new[] { new { error = new { code = status, message, status = code ?? "INTERNAL" } } });
}
