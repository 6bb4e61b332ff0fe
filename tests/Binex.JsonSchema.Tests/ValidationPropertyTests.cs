using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.JsonSchema.Tests;

public sealed class ValidationPropertyTests
{
    private const int Cases = 2_000;

    private static readonly CompiledSchema MetaSchema = TestSchema.Compile("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}""");

    [Fact]
    public void Validate_AnySchemaAndInstance_FindsErrorsExactlyWhereIsValidSaysSo() =>
        Check((schema, instance) => schema.IsValid(TestSchema.Parse(instance)) == (schema.Validate(TestSchema.Parse(instance)).Count == 0));

    [Fact]
    public void Validate_AnyError_PointsAtAValueOfTheInstanceAndAtItsKeyword() =>
        Gen.Select(GeneratedSchemas.Schema, Json.Value).Holds(
            Cases,
            (schemaText, instanceText) =>
            {
                var instance = TestSchema.Parse(instanceText);
                var schema = TestSchema.Parse(schemaText);
                return TestSchema.Compile(schemaText).Validate(instance).All(error =>
                    JsonPointer.TryFollow(instance, error.InstancePointer, out _)
                    && JsonPointer.TryFollow(schema, error.SchemaPointer[1..], out _)
                    && error.Message.Length > 0);
            });

    [Fact]
    public void IsValid_NotOfASchema_IsTheOpposite() =>
        CheckText((schema, instance) => Accepts($$"""{"not":{{schema}} }""", instance) != Accepts(schema, instance));

    [Fact]
    public void IsValid_AllOfTwo_IsBoth() =>
        CheckPair((first, second, instance) =>
            Accepts($$"""{"allOf":[{{first}},{{second}}]}""", instance) == (Accepts(first, instance) && Accepts(second, instance)));

    [Fact]
    public void IsValid_AnyOfTwo_IsOneAtLeast() =>
        CheckPair((first, second, instance) =>
            Accepts($$"""{"anyOf":[{{first}},{{second}}]}""", instance) == (Accepts(first, instance) || Accepts(second, instance)));

    [Fact]
    public void IsValid_OneOfTwo_IsExactlyOne() =>
        CheckPair((first, second, instance) =>
            Accepts($$"""{"oneOf":[{{first}},{{second}}]}""", instance) == (Accepts(first, instance) ^ Accepts(second, instance)));

    [Fact]
    public void IsValid_ReferenceToASchema_IsThatSchema() =>
        CheckText((schema, instance) => Accepts($$"""{"$ref":"#/$defs/x","$defs":{"x":{{schema}} } }""", instance) == Accepts(schema, instance));

    [Fact]
    public void IsValid_ConstantOfAnyValue_AcceptsThatValue() =>
        Json.Value.Holds(100, value => Accepts($$"""{"const":{{value}} }""", value) && Accepts($$"""{"enum":[0,{{value}}]}""", value));

    [Fact]
    public void IsValid_MetaSchemaOfAnySchemaThatCompiles_AcceptsIt() =>
        GeneratedSchemas.Schema.Holds(100, schema => MetaSchema.IsValid(TestSchema.Parse(schema)));

    private static bool Accepts(string schema, string instance) =>
        TestSchema.Compile(schema, new SchemaOptions { AssertFormat = true }).IsValid(TestSchema.Parse(instance));

    private static void Check(Func<CompiledSchema, string, bool> property) =>
        Gen.Select(GeneratedSchemas.Schema, Json.Value)
            .Holds(
                Cases,
                (schema, instance) => property(TestSchema.Compile(schema, new SchemaOptions { AssertFormat = true }), instance));

    private static void CheckText(Func<string, string, bool> property) =>
        Gen.Select(GeneratedSchemas.Schema, Json.Value).Holds(Cases, property);

    private static void CheckPair(Func<string, string, string, bool> property) =>
        Gen.Select(GeneratedSchemas.Schema, GeneratedSchemas.Schema, Json.Value).Holds(Cases / 4, property);
}
