using System.Text.Json;
using System.Text.RegularExpressions;
using Binex.Validation.Building;
using Binex.Validation.Features;

namespace Binex.Validation.Tests.Docs;

/// <summary>The schema, what the builder reads and docs/workflow-reference.md say the same.</summary>
public sealed partial class ReferenceTests
{
    private const string Begin = "<!-- Made from the schema; BINEX_REWRITE=1 makes it again. -->\n";
    private const string End = "\n<!-- End of what is made from the schema. -->";

    private static readonly JsonElement Schema = SchemaKeys.Read("workflow");

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

    [Theory]
    [InlineData("variable", "VariableBuilder", "")]
    [InlineData("budget", "BudgetBuilder", "currency")]
    [InlineData("retryPolicy", "RetryBuilder", "")]
    [InlineData("defaults,concurrency", "DraftBuilder,DeadlineBuilder,ConcurrencyBuilder", "")]

    // No agent uses these yet.
    [InlineData("config", "ModelSettingsBuilder", "max_tool_rounds adapter_class method headers body")]

    // The key of a node is its id; the others are of features that cannot be run yet.
    [InlineData(
        "node",
        "NodeBuilder,AttachmentBuilder,OutputsBuilder,OutputSchemaBuilder,DeadlineBuilder,BudgetBuilder",
        "id tools contains exit accumulate model steps rounds n max_workers principles num_verifications max_steps assertions routing")]
    public void Schema_KeysOfAMap_AreThoseThatItsBuilderReads(string definitions, string builders, string unread)
    {
        var known = definitions.Split(',').SelectMany(name => Schema.GetProperty("$defs").GetProperty(name).GetProperty("properties").EnumerateObject()).Select(key => key.Name).ToHashSet();
        var every = SchemaKeys.Of(Schema).Select(key => key.Path.Split('.')[^1]).ToHashSet();
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

    [GeneratedRegex("""(?:\.(?:Text|Texts|Map|Flag|Number|Integer|Duration|Entry)\(|(?:PromptOf|Groups)\(map, )"([a-z_]+)"|\["([a-z_]+)"\]""")]
    private static partial Regex ReadKey();
}
