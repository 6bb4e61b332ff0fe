using System.Text.Json;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema;

/// <summary>One thing that is wrong with an instance, or with a schema.</summary>
/// <param name="InstancePointer">The JSON Pointer of the value that is wrong; empty for the whole document. For an error of a schema, the
/// place within its own document.</param>
/// <param name="SchemaPointer">Where the rule is written: the base URI, if the schema has one, then <c>#</c> and a JSON Pointer (not
/// percent-encoded).</param>
/// <param name="Keyword">The keyword that failed; empty where a limit stopped the work.</param>
/// <param name="Message">What is wrong, in words that follow the name of the place: "must be a number, but is the string 'abc'".</param>
public sealed record SchemaError(string InstancePointer, string SchemaPointer, string Keyword, string Message)
{
    /// <summary>What would have been right, for "did you mean": the known names for an unknown key, the allowed values of <c>enum</c> and
    /// <c>const</c>; else empty.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Why each branch of <c>anyOf</c> or <c>oneOf</c> failed; else empty.</summary>
    public IReadOnlyList<SchemaError> Causes { get; init; } = [];

    /// <summary>The types that <c>type</c> asked for, so that alternatives can be told in one sentence.</summary>
    internal JsonTypes ExpectedTypes { get; init; }

    /// <summary>The values that <c>enum</c> or <c>const</c> asked for, for the same purpose.</summary>
    internal IReadOnlyList<JsonElement> ExpectedValues { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{InstancePointer}: {Message} ({SchemaPointer})";
}
