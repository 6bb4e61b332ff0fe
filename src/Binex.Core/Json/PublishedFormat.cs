using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Binex.JsonSchema;

namespace Binex.Core.Json;

/// <summary>Reads documents of a published format. Anybody may have written them: only what is as the schema says is read.</summary>
/// <param name="what">What a document is, such as "a report".</param>
/// <param name="schema">Name of the format's schema in this assembly.</param>
/// <param name="type">What a document becomes.</param>
internal sealed class PublishedFormat<T>(string what, string schema, JsonTypeInfo<T> type)
    where T : class
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly Lazy<CompiledSchema> _schema = new(() => Compile(schema));

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is none, with the place in it, as a sentence; null when it is one.</param>
    /// <returns>What it says; null when the text is none.</returns>
    public T? Read(ReadOnlySpan<byte> utf8, out string? problem)
    {
        try
        {
            // Editors and shells of Windows put a mark in front that is no part of JSON.
            var root = JsonElement.Parse(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8, new JsonDocumentOptions { MaxDepth = type.Options.MaxDepth });
            problem = ProblemWith(root);
            return problem is null ? Read(root, out problem) : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not {what}: {exception.Message}";
            return null;
        }
    }

    // What is as the schema says and cannot be read all the same is no time, or too large.
    private T? Read(JsonElement root, out string? problem)
    {
        try
        {
            problem = null;
            return root.Deserialize(type);
        }
        catch (JsonException exception)
        {
            var why = exception.InnerException is FormatException or OverflowException ? "the number is too large or too small" : exception.Message;
            problem = $"it is not {what}: {exception.Path}: {why}";
            return null;
        }
    }

    private string? ProblemWith(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schemaVersion", out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number != 1)
        {
            return $"it is {what} of version {number}, and this version of Binex reads version 1";
        }

        return _schema.Value.Validate(root) is [var error, ..] ? $"it is not {what}: {(error.InstancePointer.Length > 0 ? error.InstancePointer : "the document")} {error.Message}" : null;
    }

    private static CompiledSchema Compile(string name)
    {
        using var stream = typeof(PublishedFormat<>).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var document = JsonDocument.Parse(stream);
        var compilation = SchemaCompiler.Compile(document.RootElement);
        return compilation.Schema ?? throw new InvalidOperationException($"{name} is wrong: {string.Join("; ", compilation.Errors)}");
    }
}
