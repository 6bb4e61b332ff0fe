namespace Binex.JsonSchema;

/// <summary>How a schema is read, and how much it may cost.</summary>
/// <remarks>
/// Both schema and instance may come from somebody hostile. Every limit is a count, so the same input always ends the same way;
/// the one clock is <see cref="PatternTimeout"/>, for patterns that only a backtracking matcher understands.
/// </remarks>
public sealed class SchemaOptions
{
    /// <summary>The draft of a schema that has no <c>$schema</c>.</summary>
    /// <value>Draft 2020-12.</value>
    public SchemaDialect DefaultDialect { get; init; } = SchemaDialect.Draft202012;

    /// <summary>Whether <c>format</c> rejects; otherwise it is a remark, as draft 2020-12 has it.</summary>
    /// <value>False.</value>
    public bool AssertFormat { get; init; }

    /// <summary>Where the schema was read from; relative references of a schema without <c>$id</c> start here.</summary>
    /// <value>Null: the schema has no place.</value>
    public Uri? BaseUri { get; init; }

    /// <summary>Knows the schemas outside of the one compiled. The meta-schemas of both drafts are built in.</summary>
    /// <value>Null: there are none.</value>
    public ISchemaResolver? Resolver { get; init; }

    /// <summary>How deep a schema may nest, and how deep a value may nest that <c>enum</c>, <c>const</c> or <c>uniqueItems</c>
    /// compare.</summary>
    /// <value>256.</value>
    public int MaxDepth { get; init; } = 256;

    /// <summary>How many schemas, remote ones included, one compilation may take in.</summary>
    /// <value>100,000.</value>
    public int MaxSubschemas { get; init; } = 100_000;

    /// <summary>How long a pattern may become with its repetitions written out, so <c>(a{10}){10}</c> counts 100.</summary>
    /// <value>100,000.</value>
    public int MaxPatternSize { get; init; } = 100_000;

    /// <summary>How long one match of a pattern may take.</summary>
    /// <value>One second.</value>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many schemas may be open within one another while validating: the nesting of the instance times the references between
    /// two levels.</summary>
    /// <value>1,024.</value>
    public int MaxEvaluationDepth { get; init; } = 1_024;

    /// <summary>How many steps one validation may take. Applying a schema to a value is one step; reading a long value costs
    /// more.</summary>
    /// <value>10,000,000.</value>
    public long MaxSteps { get; init; } = 10_000_000;

    /// <summary>How many errors, causes included, are collected before the rest is left out.</summary>
    /// <value>10,000.</value>
    public int MaxErrors { get; init; } = 10_000;
}
