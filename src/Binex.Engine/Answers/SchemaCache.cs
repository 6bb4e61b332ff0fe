using System.Collections.Concurrent;
using System.Text.Json;
using Binex.JsonSchema;

namespace Binex.Engine.Answers;

/// <summary>Compiles each schema of a run once. Safe to call from any thread.</summary>
internal sealed class SchemaCache
{
    private readonly ConcurrentDictionary<string, CompiledSchema> _compiled = new(StringComparer.Ordinal);

    /// <summary>The compiled schema.</summary>
    /// <exception cref="InvalidOperationException">The schema is broken; the workflow should have been refused.</exception>
    public CompiledSchema Compile(JsonElement schema) => _compiled.GetOrAdd(schema.GetRawText(), _ =>
    {
        var compilation = SchemaCompiler.Compile(schema);
        return compilation.Schema
            ?? throw new InvalidOperationException(
                $"the schema is broken: {compilation.Errors[0].Message}; the workflow should have been refused");
    });
}
