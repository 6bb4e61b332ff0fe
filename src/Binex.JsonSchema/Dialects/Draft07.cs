using Binex.JsonSchema.Annotations;
using Binex.JsonSchema.Applicators;
using Binex.JsonSchema.References;
using static Binex.JsonSchema.Dialects.SubschemaShape;

namespace Binex.JsonSchema.Dialects;

/// <summary>Draft-07. It has no vocabularies of its own; what it shares with 2020-12 is taken from there.</summary>
internal static class Draft07
{
    public const string Uri = "http://json-schema.org/draft-07/schema";

    private static readonly Vocabulary Core = new(
        "core",
        new KeywordFamily(AnnotationChecks.Comment, new KeywordName("$comment", None)),
        new KeywordFamily(AnnotationChecks.Definitions, new KeywordName("definitions", Map)),
        new KeywordFamily(RefKeyword.Build, new KeywordName("$ref", None)));

    private static readonly Vocabulary Arrays = new(
        "arrays",
        new KeywordFamily(ItemsKeyword.BuildAdditionalItems, new KeywordName("items", SchemaOrList), new KeywordName("additionalItems", Schema)),
        new KeywordFamily(ContainsKeyword.BuildWithoutLimits, new KeywordName("contains", Schema)));

    public static Dialect Dialect { get; } = new(
        Without(Vocabularies.Validation, "dependentRequired"),
        Vocabularies.FormatAnnotation,
        Core,
        Arrays,
        Without(Vocabularies.Applicator, "prefixItems", "contains", "dependentSchemas"),
        Without(Vocabularies.Content, "contentSchema"),
        Without(Vocabularies.MetaData, "deprecated"))
    {
        RefHidesSiblings = true,
        HasFragmentIds = true,
    };

    private static Vocabulary Without(Vocabulary vocabulary, params string[] keywords) => vocabulary with
    {
        Families = [.. vocabulary.Families.Where(family => !family.Keywords.Any(keyword => keywords.Contains(keyword.Name)))],
    };
}
