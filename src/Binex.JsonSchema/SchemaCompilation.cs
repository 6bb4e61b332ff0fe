using System.Diagnostics.CodeAnalysis;

namespace Binex.JsonSchema;

/// <summary>What came of compiling a schema: the compiled schema, or everything that is wrong with it.</summary>
public sealed class SchemaCompilation
{
    internal SchemaCompilation(CompiledSchema schema)
    {
        Schema = schema;
        Errors = [];
    }

    internal SchemaCompilation(IReadOnlyList<SchemaError> errors) => Errors = errors;

    /// <summary>Whether the schema can be used.</summary>
    [MemberNotNullWhen(true, nameof(Schema))]
    public bool IsValid => Schema is not null;

    /// <summary>The compiled schema; null if there are errors.</summary>
    public CompiledSchema? Schema { get; }

    /// <summary>All that is wrong with the schema; empty if there is a compiled schema.</summary>
    public IReadOnlyList<SchemaError> Errors { get; }
}
