using System.Text.Json;

namespace Binex.JsonSchema.Evaluation;

/// <summary>One keyword of one schema, or a few that work together, ready to look at instances. Immutable.</summary>
internal abstract class Keyword(KeywordSite site)
{
    /// <summary>Where the keyword is written.</summary>
    public KeywordSite Site { get; } = site;

    /// <summary>The schemas this keyword always applies to the same value; a circle of these would never end.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>The schemas this keyword applies to the same value under some condition.</summary>
    public virtual IEnumerable<SchemaNode> Conditional => [];

    /// <summary>The keys this keyword knows by name.</summary>
    public virtual IReadOnlyList<string> KnownKeys => [];

    /// <summary>Checks a value. Reports errors only while the evaluator collects; otherwise it may stop at the first failure.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="evaluator">The state of this validation.</param>
    /// <param name="evaluated">Where to note the members or items looked at; null if nobody asks.</param>
    public abstract bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated);
}
