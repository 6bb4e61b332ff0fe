using System.Text.Json;
using Binex.JsonSchema.Compilation;

namespace Binex.JsonSchema;

/// <summary>Turns JSON Schemas into validators.</summary>
public static class SchemaCompiler
{
    /// <summary>Compiles a schema of draft 2020-12 or draft-07.</summary>
    /// <param name="schema">The schema. It is copied; its document may be disposed afterwards.</param>
    /// <param name="options">Dialect, format checks, resolver and limits; the defaults suit schemas of unknown origin.</param>
    /// <returns>The compiled schema, or all that is wrong with it. A bad schema is never an exception.</returns>
    public static SchemaCompilation Compile(JsonElement schema, SchemaOptions? options = null)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The element holds no JSON value.", nameof(schema));
        }

        return new CompilationSession(options ?? new SchemaOptions()).Compile(schema.Clone());
    }
}
