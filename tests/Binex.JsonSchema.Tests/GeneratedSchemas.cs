using CsCheck;

namespace Binex.JsonSchema.Tests;

/// <summary>A generator of schemas that use most keywords, few names and small numbers.</summary>
internal static class GeneratedSchemas
{
    public static Gen<string> Schema { get; } = Gen.Recursive<string>((depth, inner) => depth > 2
        ? Gen.OneOf(Gen.OneOf("true", "false", "{}"), Keyword.Array[1, 2].Select(Object))
        : Gen.OneOf(Keyword, Applicator(inner)).Array[1, 4].Select(Object));

    private static Gen<string> Keyword => Gen.OneOf(
        Gen.OneOf("null", "boolean", "integer", "number", "string", "array", "object").Select(type => $"\"type\":\"{type}\""),
        Json.Value.Select(value => $"\"const\":{value}"),
        Json.Value.Array[1, 3].Select(values => $"\"enum\":[{string.Join(',', values)}]"),
        Limit("minimum"),
        Limit("maxLength"),
        Limit("minItems"),
        Limit("maxProperties"),
        Gen.OneOf("\"multipleOf\":0.5", "\"uniqueItems\":true", "\"pattern\":\"^a\"", "\"format\":\"date\"", "\"required\":[\"a\"]"));

    private static Gen<string> Limit(string keyword) => Gen.Int[0, 3].Select(limit => $"\"{keyword}\":{limit}");

    private static Gen<string> Applicator(Gen<string> inner) => Gen.OneOf(
        Gen.Select(Gen.OneOf("allOf", "anyOf", "oneOf"), inner.Array[1, 3], (keyword, branches) => $"\"{keyword}\":[{string.Join(',', branches)}]"),
        Gen.Select(
            Gen.OneOf("not", "items", "contains", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "propertyNames"),
            inner,
            (keyword, schema) => $"\"{keyword}\":{schema}"),
        inner.Select(schema => $"\"prefixItems\":[{schema}]"),
        Gen.Select(inner, inner, (first, second) => $$"""
            "properties":{"a":{{first}},"b":{{second}} }
            """),
        inner.Select(schema => $$"""
            "dependentSchemas":{"a":{{schema}} }
            """),
        Gen.Select(inner, inner, inner, (condition, consequence, alternative) => $"\"if\":{condition},\"then\":{consequence},\"else\":{alternative}"));

    private static string Object(string[] keywords) =>
        $"{{{string.Join(',', keywords.DistinctBy(keyword => keyword[..keyword.IndexOf(':', StringComparison.Ordinal)]))}}}";
}
