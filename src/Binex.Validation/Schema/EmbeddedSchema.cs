using System.Text.Json;
using Binex.JsonSchema;

namespace Binex.Validation.Schema;

/// <summary>A published schema that is embedded in this assembly; compiled when it is first asked for.</summary>
/// <param name="name">Its name in the assembly.</param>
internal sealed class EmbeddedSchema(string name)
{
    private readonly Lazy<CompiledSchema> _compiled = new(() => Compile(name));

    /// <summary>The schema ready to validate.</summary>
    public CompiledSchema Compiled => _compiled.Value;

    /// <summary>Opens its text.</summary>
    public Stream Open() => Open(name);

    private static Stream Open(string name) =>
        typeof(EmbeddedSchema).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");

    private static CompiledSchema Compile(string name)
    {
        using var stream = Open(name);
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        var compilation = SchemaCompiler.Compile(JsonElement.Parse(text));
        return compilation.Schema ?? throw new InvalidOperationException($"{name} is wrong: {string.Join("; ", compilation.Errors)}");
    }
}
