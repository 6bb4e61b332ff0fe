using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Binex.Core.Costs;
using Binex.Store.Journals;
using Binex.Testing.Runs;

namespace Binex.Store.Tests.Journals;

/// <summary>The published schema and the events say the same.</summary>
public sealed class JournalSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "journal.schema.json")))!.AsObject();

    public static TheoryData<Type> Kinds => [.. RandomEvents.Kinds];

    [Fact]
    public void Schema_Types_AreTheTable()
    {
        var names = EventTypes.All.Select(type => type.Name).ToList();
        Names(Schema["properties"]!["type"]!["examples"]!).ShouldBe(names, ignoreOrder: true);
        Schema["allOf"]!.AsArray().Select(rule => (rule!["if"]!["properties"]!["type"]!["const"]!.GetValue<string>(), rule["then"]!["$ref"]!.GetValue<string>()))
            .ShouldBe(names.Select(name => (name, "#/$defs/" + name)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_Members_AreThoseOfTheEvent(Type kind) =>
        Describes(Schema["$defs"]![EventTypes.All.Single(type => type.ClrType == kind).Name]!, kind, kind.Name);

    private static void Describes(JsonNode described, Type type, string path)
    {
        var schema = Resolve(described);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            Names(schema["enum"]!).ShouldBe(type.GetEnumNames().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName), path);
            return;
        }

        schema["type"]!.GetValue<string>().ShouldBe(JsonType(type), path);
        if (JsonType(type) == "array" && type.GetGenericArguments() is [{ IsClass: true } item] && item != typeof(string))
        {
            Describes(schema["items"]!, item, $"{path}[]");
        }

        if (JsonType(type) != "object" || type.IsGenericType)
        {
            return;
        }

        var members = type.GetProperties().Where(member => member.CanWrite).ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name));
        var properties = schema["properties"]!.AsObject();
        properties.Select(member => member.Key).ShouldBe(members.Keys, ignoreOrder: true, path);
        var parameters = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First().GetParameters();
        Names(schema["required"]!).Intersect(parameters.Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)))
            .Count().ShouldBe(parameters.Length, path);
        foreach (var (name, member) in members)
        {
            Describes(properties[name]!, member.PropertyType, $"{path}.{name}");
        }
    }

    private static JsonNode Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]! : schema;

    private static string JsonType(Type type) =>
        type == typeof(string) || type == typeof(Money) || type == typeof(TimeSpan) ? "string"
        : type == typeof(int) || type == typeof(long) ? "integer"
        : type == typeof(decimal) ? "number"
        : type == typeof(bool) ? "boolean"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? "array"
        : "object";

    private static IEnumerable<string> Names(JsonNode node) => node.AsArray().Select(name => name!.GetValue<string>());
}
