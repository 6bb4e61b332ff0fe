using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Dialects;

/// <summary>Keywords that one object evaluates together, such as <c>if</c>, <c>then</c> and <c>else</c>.</summary>
/// <param name="Build">Makes the evaluator of a schema that has one of the keywords; null if there is nothing to evaluate.</param>
/// <param name="Keywords">The names, and where there are schemas in their values.</param>
internal sealed record KeywordFamily(Func<SchemaSource, Keyword?> Build, params KeywordName[] Keywords)
{
    /// <summary>Whether a schema has one of the keywords.</summary>
    public bool IsIn(SchemaSource source)
    {
        foreach (var keyword in Keywords)
        {
            if (source.Has(keyword.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it asks which members or items the other keywords have looked at.</summary>
    public bool Tracks { get; init; }
}
