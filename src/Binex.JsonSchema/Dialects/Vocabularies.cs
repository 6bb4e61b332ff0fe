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
        new KeywordFamily(AnnotationChecks.Comment, new KeywordName("$comment", None)),
        new KeywordFamily(AnnotationChecks.Definitions, new KeywordName("$defs", Map), new KeywordName("definitions", Map)),
        new KeywordFamily(RefKeyword.Build, new KeywordName("$ref", None)),
        new KeywordFamily(DynamicRefKeyword.Build, new KeywordName("$dynamicRef", None)));

    public static Vocabulary Validation { get; } = new(
        Prefix + "validation",
        new KeywordFamily(TypeKeyword.Build, new KeywordName("type", None)),
        new KeywordFamily(ConstKeyword.Build, new KeywordName("const", None)),
        new KeywordFamily(EnumKeyword.Build, new KeywordName("enum", None)),
        new KeywordFamily(NumberLimit.BuildMinimum, new KeywordName("minimum", None)),
        new KeywordFamily(NumberLimit.BuildMaximum, new KeywordName("maximum", None)),
        new KeywordFamily(NumberLimit.BuildExclusiveMinimum, new KeywordName("exclusiveMinimum", None)),
        new KeywordFamily(NumberLimit.BuildExclusiveMaximum, new KeywordName("exclusiveMaximum", None)),
        new KeywordFamily(MultipleOfKeyword.Build, new KeywordName("multipleOf", None)),
        new KeywordFamily(LengthLimit.BuildMinimum, new KeywordName("minLength", None)),
        new KeywordFamily(LengthLimit.BuildMaximum, new KeywordName("maxLength", None)),
        new KeywordFamily(ItemLimit.BuildMinimum, new KeywordName("minItems", None)),
        new KeywordFamily(ItemLimit.BuildMaximum, new KeywordName("maxItems", None)),
        new KeywordFamily(MemberLimit.BuildMinimum, new KeywordName("minProperties", None)),
        new KeywordFamily(MemberLimit.BuildMaximum, new KeywordName("maxProperties", None)),
        new KeywordFamily(RequiredKeyword.Build, new KeywordName("required", None)),
        new KeywordFamily(DependentRequiredKeyword.Build, new KeywordName("dependentRequired", None)),
        new KeywordFamily(PatternKeyword.Build, new KeywordName("pattern", None)),
        new KeywordFamily(UniqueItemsKeyword.Build, new KeywordName("uniqueItems", None)));

    public static Vocabulary FormatAnnotation { get; } = new(
        Prefix + "format-annotation",
        new KeywordFamily(FormatKeyword.BuildAnnotation, new KeywordName("format", None)));

    public static Vocabulary FormatAssertion { get; } = new(
        Prefix + "format-assertion",
        new KeywordFamily(FormatKeyword.BuildAssertion, new KeywordName("format", None)));

    public static Vocabulary Applicator { get; } = new(
        Prefix + "applicator",
        new KeywordFamily(PropertyNamesKeyword.Build, new KeywordName("propertyNames", Schema)),
        new KeywordFamily(PropertiesKeyword.Build, new KeywordName("properties", Map), new KeywordName("patternProperties", Map), new KeywordName("additionalProperties", Schema)),
        new KeywordFamily(ItemsKeyword.BuildPrefixItems, new KeywordName("prefixItems", List), new KeywordName("items", Schema)),
        new KeywordFamily(ContainsKeyword.Build, new KeywordName("contains", Schema), new KeywordName("minContains", None), new KeywordName("maxContains", None)),
        new KeywordFamily(AllOfKeyword.Build, new KeywordName("allOf", List)),
        new KeywordFamily(AnyOfKeyword.Build, new KeywordName("anyOf", List)),
        new KeywordFamily(OneOfKeyword.Build, new KeywordName("oneOf", List)),
        new KeywordFamily(NotKeyword.Build, new KeywordName("not", Schema)),
        new KeywordFamily(ConditionalKeyword.Build, new KeywordName("if", Schema), new KeywordName("then", Schema), new KeywordName("else", Schema)),
        new KeywordFamily(DependentSchemasKeyword.Build, new KeywordName("dependentSchemas", Map)),
        new KeywordFamily(DependenciesKeyword.Build, new KeywordName("dependencies", MapOfSchemaOrNames)));

    public static Vocabulary Content { get; } = new(
        Prefix + "content",
        new KeywordFamily(AnnotationChecks.Content, new KeywordName("contentEncoding", None), new KeywordName("contentMediaType", None)),
        new KeywordFamily(AnnotationChecks.ContentSchema, new KeywordName("contentSchema", Schema)));

    public static Vocabulary MetaData { get; } = new(
        Prefix + "meta-data",
        new KeywordFamily(
            AnnotationChecks.MetaData,
            new KeywordName("title", None),
            new KeywordName("description", None),
            new KeywordName("default", None),
            new KeywordName("readOnly", None),
            new KeywordName("writeOnly", None),
            new KeywordName("examples", None)),
        new KeywordFamily(AnnotationChecks.Deprecated, new KeywordName("deprecated", None)));

    /// <summary>Comes last in every dialect: it asks what the others have looked at.</summary>
    public static Vocabulary Unevaluated { get; } = new(
        Prefix + "unevaluated",
        new KeywordFamily(UnevaluatedItemsKeyword.Build, new KeywordName("unevaluatedItems", Schema)) { Tracks = true },
        new KeywordFamily(UnevaluatedPropertiesKeyword.Build, new KeywordName("unevaluatedProperties", Schema)) { Tracks = true });
}
