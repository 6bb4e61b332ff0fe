namespace Binex.JsonSchema.Dialects;

/// <summary>Draft 2020-12.</summary>
internal static class Draft202012
{
    public const string Uri = "https://json-schema.org/draft/2020-12/schema";

    // The order is that of evaluation: assertions are cheap, references may lead far, unevaluated* needs all others done.
    private static readonly Vocabulary[] Order =
    [
        Vocabularies.Validation,
        Vocabularies.FormatAnnotation,
        Vocabularies.FormatAssertion,
        Vocabularies.Core,
        Vocabularies.Applicator,
        Vocabularies.Content,
        Vocabularies.MetaData,
        Vocabularies.Unevaluated,
    ];

    public static Dialect Dialect { get; } = new(Array.FindAll(Order, vocabulary => vocabulary != Vocabularies.FormatAssertion));

    /// <summary>A dialect of some of the vocabularies; Core is always one of them.</summary>
    public static Dialect With(IEnumerable<string> vocabularies)
    {
        var names = vocabularies.ToHashSet(StringComparer.Ordinal);
        names.Add(Vocabularies.Core.Name);
        if (names.Contains(Vocabularies.FormatAssertion.Name))
        {
            names.Remove(Vocabularies.FormatAnnotation.Name);
        }

        return new Dialect([.. Order.Where(vocabulary => names.Contains(vocabulary.Name))]);
    }

    public static bool Knows(string vocabulary) => Order.Any(known => known.Name == vocabulary);
}
