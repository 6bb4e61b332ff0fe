using System.Text.Json;
using System.Text.Json.Nodes;
using Binex.Cli.Editors;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Cli.Tests.Editors;

/// <summary>What the user's settings hold stays, byte for byte; only the schema is added.</summary>
public sealed class EditorSettingsTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Whitespace and comments, as anybody may leave them behind.
    private static readonly Gen<string> Gap = Gen.OneOf("", " ", "\n", "\n    ", "\t", "/* , } */", " // \"yaml.schemas\": {,\n", "\r\n");

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, value) => depth > 2
        ? Gen.OneOf("1", "\"x\"", "null", "\"a \\\" } ,\"")
        : Gen.OneOf(
            Gen.OneOf("1", "true", "\"//\"", "\"/* \"", "[1, 2]", "{}", "[ /* } */ ]"),
            Gen.Select(Gap, value, Gap, (before, inner, after) => $"[{before}{inner}{after}]"),
            Members(Gen.Select(Gen.OneOf("a", "b.c", "é"), value))));

    private static readonly Gen<string> Settings = Gen.Select(
        Gap, Members(Gen.Select(Gen.OneOf("a", "b", "editor.tabSize"), Value)), Gap, (before, text, after) => before + text + after);

    private static readonly Gen<string> SettingsWithSchemas = Gen.Select(
        Gap,
        Members(Gen.Select(Gen.OneOf("./x.json", "y.json", "https://z"), Gen.OneOf("\"a.yaml\"", "[\"*.yml\"]"))),
        Gap,
        Gen.OneOf("", ", \"after\": [1]", ", // last\n"),
        (before, schemas, after, rest) => $"{{ \"first\": 1,{before}\"yaml.schemas\":{after}{schemas}{rest}{after}}}");

    [Theory]
    [InlineData("", "{\n    \"yaml.schemas\": {\n        \"./s.json\": [\"a.yaml\"]\n    }\n}\n")]
    [InlineData("{}", "{\n    \"yaml.schemas\": {\n        \"./s.json\": [\"a.yaml\"]\n    }\n}")]
    [InlineData("{\n  \"a\": 1 // one\n}\n", "{\n  \"a\": 1, // one\n  \"yaml.schemas\": {\n    \"./s.json\": [\"a.yaml\"]\n  }\n}\n")]
    [InlineData("{\n\t\"a\": 1, /* , */\n}\n", "{\n\t\"a\": 1, /* , */\n\t\"yaml.schemas\": {\n\t\t\"./s.json\": [\"a.yaml\"]\n\t}\n}\n")]
    [InlineData("{\r\n  \"a\": 1\r\n}\r\n", "{\r\n  \"a\": 1,\r\n  \"yaml.schemas\": {\r\n    \"./s.json\": [\"a.yaml\"]\r\n  }\r\n}\r\n")]
    [InlineData(
        "{\n    \"yaml.schemas\": {\n        \"x\": \"y\", // mine\n    },\n}\n",
        "{\n    \"yaml.schemas\": {\n        \"x\": \"y\", // mine\n        \"./s.json\": [\"a.yaml\"]\n    },\n}\n")]
    [InlineData("{ \"yaml.schemas\": { \"./s.json\": \"mine.yaml\" } }", "{ \"yaml.schemas\": { \"./s.json\": \"mine.yaml\" } }")]
    public void Add_ToSettings_ChangesNothingElse(string before, string after)
    {
        EditorSettings.Add(before, "./s.json", ["a.yaml"], out var problem).ShouldBe(after);

        problem.ShouldBeNull();
        EditorSettings.Add(after, "./s.json", ["a.yaml"], out _).ShouldBe(after);
    }

    [Theory]
    [InlineData("[]", "something else than an object")]
    [InlineData("3", "something else than an object")]
    [InlineData("{ a", "line 1 cannot be read as JSON with comments")]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2\n}", "line 3 cannot be read as JSON with comments")]
    [InlineData("{} {}", "line 1 cannot be read as JSON with comments")]
    [InlineData("// nothing", "cannot be read as JSON with comments")]
    [InlineData("{ \"yaml.schemas\": [] }", "no object")]
    [InlineData("{ \"yaml.schemas\": null }", "no object")]
    public void Add_ToSettingsThatCannotBeUsed_LeavesThemAndSaysWhy(string before, string says)
    {
        EditorSettings.Add(before, "./s.json", ["a.yaml"], out var problem).ShouldBe(before);

        problem.ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public void Add_ToSettingsNestedDeep_LeavesThem() =>
        EditorSettings.Add(new string('[', 100_000), "./s.json", ["a.yaml"], out _).Length.ShouldBe(100_000);

    [Fact]
    public void Add_ToAnySettings_KeepsEveryCharacterAndEveryMember() => Gen.OneOf(Settings, SettingsWithSchemas).Holds(2_000, before =>
    {
        var after = EditorSettings.Add(before, "./s.json", ["a.yaml"], out var problem);

        problem.ShouldBeNull();
        var root = JsonNode.Parse(after, documentOptions: Lenient)!.AsObject();
        root["yaml.schemas"]!["./s.json"]!.ToJsonString().ShouldBe("[\"a.yaml\"]");
        IsWithin(before, after).ShouldBeTrue(after);
        EditorSettings.Add(after, "./s.json", ["a.yaml"], out _).ShouldBe(after);
    });

    private static Gen<string> Members(Gen<(string Name, string Value)> member) =>
        Gen.Select(Gap, Gap, Gap, Gen.Bool, member.Array[0, 3], (open, middle, close, trailing, members) =>
        {
            var parts = members.DistinctBy(each => each.Name).Select(each => $"\"{each.Name}\":{middle}{each.Value}").ToList();
            var comma = trailing && parts.Count > 0 ? $"{close}," : "";
            return $"{{{open}{string.Join($"{middle},{middle}", parts)}{comma}{close}}}";
        });

    // All that is no white space is still there, in the same order.
    private static bool IsWithin(string part, string whole)
    {
        var rest = whole.AsSpan();
        foreach (var character in part.Where(character => !char.IsWhiteSpace(character)))
        {
            var at = rest.IndexOf(character);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + 1)..];
        }

        return true;
    }
}
