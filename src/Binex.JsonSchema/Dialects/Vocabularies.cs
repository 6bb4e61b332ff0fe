using Binex.JsonSchema.Annotations;
using Binex.JsonSchema.Applicators;
using Binex.JsonSchema.Assertions;
using Binex.JsonSchema.References;
using Binex.JsonSchema.Unevaluated;
using static Binex.JsonSchema.Dialects.SubschemaShape;

namespace Binex.JsonSchema.Dialects;

/// <summary>The vocabularies of draft 2020-12. Within each one cheap keywords come first: the first failure may end the work.</summary>
internal static class Vocabularies
{
    private const string Prefix = "https://json-schema.org/draft/2020-12/vocab/";

    public static Vocabulary Core { get; } = new(
        Prefix + "core",
        new KeywordFamily(AnnotationChecks.Comment, ("$comment", None)),
        new KeywordFamily(AnnotationChecks.Definitions, ("$defs", Map), ("definitions", Map)),
        new KeywordFamily(RefKeyword.Build, ("$ref", None)),
        new KeywordFamily(DynamicRefKeyword.Build, ("$dynamicRef", None)));

    public static Vocabulary Validation { get; } = new(
        Prefix + "validation",
        new KeywordFamily(TypeKeyword.Build, ("type", None)),
        new KeywordFamily(ConstKeyword.Build, ("const", None)),
        new KeywordFamily(EnumKeyword.Build, ("enum", None)),
        new KeywordFamily(NumberLimit.BuildMinimum, ("minimum", None)),
        new KeywordFamily(NumberLimit.BuildMaximum, ("maximum", None)),
        new KeywordFamily(NumberLimit.BuildExclusiveMinimum, ("exclusiveMinimum", None)),
        new KeywordFamily(NumberLimit.BuildExclusiveMaximum, ("exclusiveMaximum", None)),
        new KeywordFamily(MultipleOfKeyword.Build, ("multipleOf", None)),
        new KeywordFamily(LengthLimit.BuildMinimum, ("minLength", None)),
        new KeywordFamily(LengthLimit.BuildMaximum, ("maxLength", None)),
        new KeywordFamily(ItemLimit.BuildMinimum, ("minItems", None)),
        new KeywordFamily(ItemLimit.BuildMaximum, ("maxItems", None)),
        new KeywordFamily(MemberLimit.BuildMinimum, ("minProperties", None)),
        new KeywordFamily(MemberLimit.BuildMaximum, ("maxProperties", None)),
        new KeywordFamily(RequiredKeyword.Build, ("required", None)),
        new KeywordFamily(DependentRequiredKeyword.Build, ("dependentRequired", None)),
        new KeywordFamily(PatternKeyword.Build, ("pattern", None)),
        new KeywordFamily(UniqueItemsKeyword.Build, ("uniqueItems", None)));

    public static Vocabulary FormatAnnotation { get; } = new(
        Prefix + "format-annotation",
        new KeywordFamily(FormatKeyword.BuildAnnotation, ("format", None)));

    public static Vocabulary FormatAssertion { get; } = new(
        Prefix + "format-assertion",
        new KeywordFamily(FormatKeyword.BuildAssertion, ("format", None)));

    public static Vocabulary Applicator { get; } = new(
        Prefix + "applicator",
        new KeywordFamily(PropertyNamesKeyword.Build, ("propertyNames", Schema)),
        new KeywordFamily(PropertiesKeyword.Build, ("properties", Map), ("patternProperties", Map), ("additionalProperties", Schema)),
        new KeywordFamily(ItemsKeyword.BuildPrefixItems, ("prefixItems", List), ("items", Schema)),
        new KeywordFamily(ContainsKeyword.Build, ("contains", Schema), ("minContains", None), ("maxContains", None)),
        new KeywordFamily(AllOfKeyword.Build, ("allOf", List)),
        new KeywordFamily(AnyOfKeyword.Build, ("anyOf", List)),
        new KeywordFamily(OneOfKeyword.Build, ("oneOf", List)),
        new KeywordFamily(NotKeyword.Build, ("not", Schema)),
        new KeywordFamily(ConditionalKeyword.Build, ("if", Schema), ("then", Schema), ("else", Schema)),
        new KeywordFamily(DependentSchemasKeyword.Build, ("dependentSchemas", Map)),
        new KeywordFamily(DependenciesKeyword.Build, ("dependencies", MapOfSchemaOrNames)));

    public static Vocabulary Content { get; } = new(
        Prefix + "content",
        new KeywordFamily(AnnotationChecks.Content, ("contentEncoding", None), ("contentMediaType", None)),
        new KeywordFamily(AnnotationChecks.ContentSchema, ("contentSchema", Schema)));

    public static Vocabulary MetaData { get; } = new(
        Prefix + "meta-data",
        new KeywordFamily(
            AnnotationChecks.MetaData,
            ("title", None),
            ("description", None),
            ("default", None),
            ("readOnly", None),
            ("writeOnly", None),
            ("examples", None)),
        new KeywordFamily(AnnotationChecks.Deprecated, ("deprecated", None)));

    /// <summary>Comes last in every dialect: it asks what the others have looked at.</summary>
    public static Vocabulary Unevaluated { get; } = new(
        Prefix + "unevaluated",
        new KeywordFamily(UnevaluatedItemsKeyword.Build, ("unevaluatedItems", Schema)) { Tracks = true },
        new KeywordFamily(UnevaluatedPropertiesKeyword.Build, ("unevaluatedProperties", Schema)) { Tracks = true });
}
