using System.Text.Json;

namespace Binex.JsonSchema.Tests;

/// <summary>Schemas and instances written as text.</summary>
internal static class TestSchema
{
    public static CompiledSchema Compile(string schema, SchemaOptions? options = null)
    {
        var compilation = SchemaCompiler.Compile(Parse(schema), options);
        compilation.Errors.ShouldBeEmpty();
        return compilation.Schema.ShouldNotBeNull();
    }

    /// <summary>The errors of a schema that must have some.</summary>
    public static IReadOnlyList<SchemaError> CompileErrors(string schema, SchemaOptions? options = null)
    {
        var compilation = SchemaCompiler.Compile(Parse(schema), options);
        compilation.Schema.ShouldBeNull();
        compilation.IsValid.ShouldBeFalse();
        compilation.Errors.ShouldNotBeEmpty();
        return compilation.Errors;
    }

    public static IReadOnlyList<SchemaError> Validate(string schema, string instance, SchemaOptions? options = null)
    {
        var compiled = Compile(schema, options);
        var errors = compiled.Validate(Parse(instance));
        compiled.IsValid(Parse(instance)).ShouldBe(errors.Count == 0);
        return errors;
    }

    /// <summary>The errors as lines "pointer: message".</summary>
    public static string[] Messages(string schema, string instance, SchemaOptions? options = null) =>
        [.. Validate(schema, instance, options).Select(error => $"{error.InstancePointer}: {error.Message}")];

    /// <summary>Parses text of any depth.</summary>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }
}
