using System.Text.Json;
using System.Text.RegularExpressions;
using Binex.Validation.Building;
using Binex.Validation.Features;
using Binex.Validation.Schema;

namespace Binex.Validation.Tests.Docs;

/// <summary>The schema, what the builder reads and docs/workflow-reference.md say the same.</summary>
public sealed partial class ReferenceTests
{
    private const string Begin = "<!-- Made from the schema; BINEX_REWRITE=1 makes it again. -->\n";
    private const string End = "\n<!-- End of what is made from the schema. -->";

    private static readonly JsonElement Schema = ReadSchema();

    [Fact]
    public void Reference_IsMadeFromTheSchema()
    {
        var path = Repository.PathOf("docs", "workflow-reference.md");
        var page = File.ReadAllText(path);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var made = WorkflowReference.Write(Schema, IsUnsupported);
        if (Repository.Rewrites)
        {
            File.WriteAllText(path, page[..begin] + made + page[end..]);
            return;
        }

        page[begin..end].ShouldBe(made, "run the test with BINEX_REWRITE=1, and look at the difference");
    }

    [Fact]
    public void Schema_EveryKey_HasATitleAndAMeaning()
    {
        // A reference without words of its own is described where it leads.
        var keys = Keys(Schema, "").Where(key => !key.Value.TryGetProperty("$ref", out _)).ToList();

        keys.Count.ShouldBeGreaterThan(150);
        keys.Where(key => Text(key.Value, "title").Length == 0).Select(key => key.Path).ShouldBeEmpty();
        keys.Where(key => !Text(key.Value, "description").EndsWith('.')).Select(key => key.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_EveryEnum_HasAMeaningForEachValue() =>
        Keys(Schema, "").Where(key => key.Value.TryGetProperty("enum", out var values)
            && (!key.Value.TryGetProperty("enumDescriptions", out var meanings) || meanings.GetArrayLength() != values.GetArrayLength()))
            .Select(key => key.Path).ShouldBeEmpty();

    [Fact]
    public void Schema_EveryDefaultAndExample_IsValid()
    {
        foreach (var (path, key) in Keys(Schema, ""))
        {
            var compiled = JsonSchema.SchemaCompiler.Compile(WithDefinitions(key)).Schema.ShouldNotBeNull();
            var examples = key.TryGetProperty("examples", out var list) ? list.EnumerateArray().ToList() : [];
            foreach (var value in key.TryGetProperty("default", out var standard) ? examples.Append(standard) : examples)
            {
                compiled.Validate(value).ShouldBeEmpty($"{path}: {value}");
            }
        }
    }

    [Theory]
    [InlineData("variable", "VariableBuilder", "")]
    [InlineData("budget", "BudgetBuilder", "currency")]
    [InlineData("retryPolicy", "RetryBuilder", "")]
    [InlineData("defaults,concurrency", "DraftBuilder,DeadlineBuilder", "")]

    // No agent uses these yet.
    [InlineData("config", "ModelSettingsBuilder", "max_tool_rounds adapter_class method headers body")]

    // The key of a node is its id; the others are of features that cannot be run yet.
    [InlineData(
        "node",
        "NodeBuilder,OutputsBuilder,OutputSchemaBuilder,DeadlineBuilder,BudgetBuilder",
        "id fallbacks tools contains exit accumulate model steps rounds n max_workers principles num_verifications max_steps assertions routing")]
    public void Schema_KeysOfAMap_AreThoseThatItsBuilderReads(string definitions, string builders, string unread)
    {
        var known = definitions.Split(',').SelectMany(name => Schema.GetProperty("$defs").GetProperty(name).GetProperty("properties").EnumerateObject()).Select(key => key.Name).ToHashSet();
        var every = Keys(Schema, "").Select(key => key.Path.Split('.')[^1]).ToHashSet();
        var read = builders.Split(',').SelectMany(KeysReadBy).ToHashSet();

        read.Except(every).ShouldBeEmpty("the builder reads keys that the schema does not know");
        known.Except(read).Order().ShouldBe(unread.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), "keys that nobody reads have no effect");
    }

    [Fact]
    public void Schema_KeysOfTheRoot_AreThoseThatAreRead()
    {
        var known = Schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToList();
        var read = KeysReadBy("DraftBuilder").Concat(KeysReadBy("WorkflowDraft")).Concat(KeysReadBy("BudgetBuilder")).Append("version").ToHashSet();

        known.Where(key => !read.Contains(key) && !IsUnsupported(key, null)).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_KeysOfConfig_AreThoseThatAreKnownToSettings() =>
        Schema.GetProperty("$defs").GetProperty("config").GetProperty("properties").EnumerateObject().Select(key => key.Name)
            .ShouldBe(ModelSettingsBuilder.Keys.Except(["max_retries"]).Concat(["method", "headers", "body"]), ignoreOrder: true);

    private static IEnumerable<string> KeysReadBy(string builder) =>
        ReadKey().Matches(File.ReadAllText(Repository.PathOf("src", "Binex.Validation", "Building", $"{builder}.cs"))).Select(match => match.Groups[1].Value + match.Groups[2].Value);

    private static bool IsUnsupported(string path, string? value) =>
        UnsupportedFeatures.Rows.Any(row => row.Path == path && row.Value == value);

    private static JsonElement ReadSchema()
    {
        using var stream = WorkflowSchema.Open();
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    // Every place at which a value is described.
    private static IEnumerable<(string Path, JsonElement Value)> Keys(JsonElement map, string path)
    {
        foreach (var (keyword, isNamed) in new[] { ("properties", true), ("patternProperties", true), ("$defs", true), ("items", false), ("additionalProperties", false) })
        {
            if (!map.TryGetProperty(keyword, out var value) || value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var (name, child) in isNamed ? value.EnumerateObject().Select(member => (member.Name, member.Value)) : [("*", value)])
            {
                var at = $"{path}.{name}";
                yield return (at, child);
                foreach (var key in Keys(child, at))
                {
                    yield return key;
                }
            }
        }
    }

    private static JsonElement WithDefinitions(JsonElement key)
    {
        var members = key.EnumerateObject().Where(member => member.Name != "$defs").ToDictionary(member => member.Name, member => member.Value);
        members["$defs"] = Schema.GetProperty("$defs");
        return JsonSerializer.SerializeToElement(members);
    }

    private static string Text(JsonElement of, string keyword) => of.TryGetProperty(keyword, out var text) ? text.GetString()! : "";

    [GeneratedRegex("""(?:\.(?:Text|Texts|Map|Flag|Number|Integer|Duration|Entry)\(|PromptOf\(map, )"([a-z_]+)"|\["([a-z_]+)"\]""")]
    private static partial Regex ReadKey();
}
