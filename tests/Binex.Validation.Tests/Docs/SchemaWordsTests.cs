using System.Text.Json;
using Binex.JsonSchema;

namespace Binex.Validation.Tests.Docs;

/// <summary>The schemas of the files that people write explain every key, and their defaults and examples are right.</summary>
public sealed class SchemaWordsTests
{
    [Theory]
    [InlineData("workflow", 150)]
    [InlineData("config", 25)]
    public void Schema_EveryKey_HasATitleAndAMeaning(string name, int atLeast)
    {
        var schema = SchemaKeys.Read(name);

        // A reference without words of its own is described where it leads.
        var keys = SchemaKeys.Of(schema).Where(key => !key.Value.TryGetProperty("$ref", out _)).ToList();

        keys.Count.ShouldBeGreaterThan(atLeast);
        keys.Where(key => Text(key.Value, "title").Length == 0).Select(key => key.Path).ShouldBeEmpty();
        keys.Where(key => !Text(key.Value, "description").EndsWith('.')).Select(key => key.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("workflow")]
    [InlineData("config")]
    public void Schema_EveryEnum_HasAMeaningForEachValue(string name) =>
        SchemaKeys.Of(SchemaKeys.Read(name)).Where(key => key.Value.TryGetProperty("enum", out var values)
            && (!key.Value.TryGetProperty("enumDescriptions", out var meanings) || meanings.GetArrayLength() != values.GetArrayLength()))
            .Select(key => key.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("workflow")]
    [InlineData("config")]
    public void Schema_EveryDefaultAndExample_IsValid(string name)
    {
        var schema = SchemaKeys.Read(name);
        foreach (var (path, key) in SchemaKeys.Of(schema))
        {
            var compiled = SchemaCompiler.Compile(WithDefinitions(key, schema)).Schema.ShouldNotBeNull();
            var examples = key.TryGetProperty("examples", out var list) ? list.EnumerateArray().ToList() : [];
            foreach (var value in key.TryGetProperty("default", out var standard) ? examples.Append(standard) : examples)
            {
                compiled.Validate(value).ShouldBeEmpty($"{path}: {value}");
            }
        }
    }

    private static JsonElement WithDefinitions(JsonElement key, JsonElement schema)
    {
        var members = key.EnumerateObject().Where(member => member.Name != "$defs").ToDictionary(member => member.Name, member => member.Value);
        members["$defs"] = schema.GetProperty("$defs");
        return JsonSerializer.SerializeToElement(members);
    }

    private static string Text(JsonElement of, string keyword) => of.TryGetProperty(keyword, out var text) ? text.GetString()! : "";
}
