using System.Text;

namespace Binex.Validation.Tests.Fuzzing;

/// <summary>Makes inputs: changed ones of a corpus, grown ones, and catastrophes.</summary>
internal static class FuzzInputs
{
    private static readonly string[] YamlCorpus = Corpus("*.y*ml");
    private static readonly string[] JsonCorpus = Corpus("*.json");
    private static readonly string[] SchemaCorpus = [.. Directory.GetFiles(Repository.PathOf("schemas", "v1")).Order(StringComparer.Ordinal).Select(File.ReadAllText), "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}", "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}"];

    private static readonly string[] Words =
    [
        "${a.output}", "${user.x:-d}", "${", "$${", "}", "${a.b[0].c}", "${a.b[99999999999]}", "==", "!=", "<=", ">", "&&", "||", "!", " and ", " or ", "not ", " contains ", " in ", " matches ", "(", ")", "[", "]", ",", "'", "\"", "\\u", "\\",
        "length(", "json(", "exists(", "true", "null", " ", "\n", "bare word",
    ];

    /// <summary>A workflow in YAML, or what might have been one.</summary>
    public static string Yaml(Random random) => random.Next(8) switch
    {
        < 4 => TextMutations.Mutate(FuzzPieces.Of(random, YamlCorpus), random),
        4 => Block(random, 0),
        5 => Head + Block(random, 0).Replace("\n", "\n    ", StringComparison.Ordinal),
        _ => YamlCatastrophe(random),
    };

    /// <summary>A workflow in JSON, or what might have been one.</summary>
    public static string Json(Random random) => random.Next(6) switch
    {
        < 3 => TextMutations.Mutate(FuzzPieces.Of(random, JsonCorpus), random),
        3 => Value(random, 0),
        4 => $"{{\"name\":\"x\",\"nodes\":{{\"a\":{{\"agent\":\"local://noop\",\"inputs\":{Value(random, 0)}}}}}}}",
        _ => FuzzPieces.Repeat(FuzzPieces.Of(random, new[] { "[", "{\"a\":", "[1,", "\"\\u0041", "1", "{\"a\":1,\"a\":2,", "/*", "-" }), FuzzPieces.Times(random, 200_000)),
    };

    /// <summary>A schema, a line break and an instance.</summary>
    public static string Schema(Random random) => (random.Next(6) switch
    {
        0 => TextMutations.Mutate(FuzzPieces.Of(random, SchemaCorpus), random),
        1 => FuzzPieces.Of(random, SchemaCorpus),
        2 => Nested(random, FuzzPieces.Of(random, new[] { "{\"not\":", "{\"items\":", "{\"properties\":{\"a\":", "{\"additionalProperties\":", "{\"if\":" })),
        _ => Keywords(random, 0),
    }).Replace('\n', ' ') + "\n" + Value(random, 0);

    /// <summary>A condition or a template.</summary>
    public static string Condition(Random random) => random.Next(5) switch
    {
        0 => FuzzPieces.Repeat(FuzzPieces.Of(random, Words), FuzzPieces.Times(random, 100_000)),
        1 => FuzzPieces.Repeat("(", FuzzPieces.Times(random, 50_000)) + "1" + FuzzPieces.Repeat(")", FuzzPieces.Times(random, 50_000)),
        2 => $"'{FuzzPieces.Repeat("a", FuzzPieces.Times(random, 100_000))}b' matches '{FuzzPieces.Of(random, FuzzPieces.Patterns)}'",
        3 => string.Join(FuzzPieces.Of(random, new[] { " && ", " || ", " == ", " < ", " in " }), Enumerable.Repeat(FuzzPieces.Of(random, Words), FuzzPieces.Times(random, 20_000))),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(5) == 0 ? FuzzPieces.Word(random) : FuzzPieces.Of(random, Words))),
    };

    private const string Head = "name: x\nnodes:\n  a:\n    agent: local://noop\n    inputs:\n      x:\n        ";

    private static string[] Corpus(string pattern) =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests", "Binex.Validation.Tests", "Cases"), $"workflow{pattern[1..]}", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("examples"), pattern)).Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    private static string Block(Random random, int depth)
    {
        var indent = new string(' ', depth * 2);
        return string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(depth > 5 ? 4 : 8) switch
        {
            0 => $"{indent}{FuzzPieces.Word(random)}: {FuzzPieces.Of(random, FuzzPieces.Numbers)}\n",
            1 => $"{indent}{FuzzPieces.Word(random)}: {FuzzPieces.Of(random, new[] { "|", ">-", "|2+", ">9", "&a x", "*a", "!!float 3", "!<tag> x", "\"\\x41\\U0001F600", "'it''s'" })}\n{indent}  {FuzzPieces.Word(random)}\n",
            2 => $"{indent}- {FuzzPieces.Word(random)}\n",
            3 => $"{indent}? {FuzzPieces.Word(random)}\n{indent}: {Value(random, 3)}\n",
            4 => $"{indent}{FuzzPieces.Word(random)}: &b {Value(random, 2)} # {FuzzPieces.Word(random)}\n",
            _ => $"{indent}{FuzzPieces.Word(random)}:\n{Block(random, depth + 1)}",
        }));
    }

    private static string YamlCatastrophe(Random random)
    {
        var times = FuzzPieces.Times(random, 20_000);
        return random.Next(9) switch
        {
            0 => Nested(random, FuzzPieces.Of(random, new[] { "[", "{a: ", "- ", "? ", "{[", "&a [", "!!map {" })),
            1 => string.Concat(Enumerable.Range(0, Math.Min(times, 2_000)).Select(depth => $"{new string(' ', depth)}a:\n")),
            2 => Aliases(random),
            3 => string.Concat(Enumerable.Range(0, times).Select(i => $"k{i}: {{ <<: *a, b: &a {{ c: {i} }} }}\n")),
            4 => $"name: \"{FuzzPieces.Repeat(FuzzPieces.Of(random, FuzzPieces.Characters), times)}\"",
            5 => $"name: |\n{FuzzPieces.Repeat($"  {FuzzPieces.Of(random, FuzzPieces.Characters)}\n", times)}",
            6 => FuzzPieces.Repeat(FuzzPieces.Of(random, new[] { "---\n", "a: b\n", "# c\n", "%YAML 1.2\n", "\t\n", "'", "\"\\", "a: ", ": ", "? a\n" }), times),
            7 => Head + FuzzPieces.Repeat("${", times),
            _ => Head + $"'{FuzzPieces.Repeat("${a.output} ", times)}'",
        };
    }

    private static string Aliases(Random random)
    {
        var width = random.Next(2, 30);
        var text = new StringBuilder("x-0: &a0 [l, l]\n");
        for (var i = 1; i < random.Next(2, 90); i++)
        {
            text.Append($"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", width))}]\n");
        }

        return text.ToString();
    }

    private static string Nested(Random random, string open) => FuzzPieces.Repeat(open, FuzzPieces.Times(random, 20_000))
        + (random.Next(2) == 0 ? "" : "{}" + FuzzPieces.Repeat("}", FuzzPieces.Times(random, 20_000)));

    private static string Value(Random random, int depth) => random.Next(depth > 4 ? 4 : 7) switch
    {
        0 => FuzzPieces.Of(random, FuzzPieces.Numbers),
        1 or 2 => $"\"{FuzzPieces.Word(random).Replace("\u001B", "", StringComparison.Ordinal)}\"",
        3 => FuzzPieces.Of(random, new[] { "null", "true", "[]", "{}", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"" }),
        4 => $"[{string.Join(',', Enumerable.Repeat(Value(random, depth + 1), depth == 0 ? FuzzPieces.Times(random, 500) : random.Next(5)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(i => $"\"{FuzzPieces.Of(random, new[] { "a", "b", "name", "" })}{i}\":{Value(random, depth + 1)}"))}}}",
    };

    private static string Keywords(Random random, int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Keyword(random, depth)))}}}";

    private static string Keyword(Random random, int depth) => random.Next(depth > 4 ? 5 : 10) switch
    {
        0 => $"\"pattern\":\"{FuzzPieces.Of(random, FuzzPieces.Patterns)}\"",
        1 => $"\"{FuzzPieces.Of(random, new[] { "minimum", "multipleOf", "maxLength", "minItems", "const", "maxProperties" })}\":{FuzzPieces.Of(random, FuzzPieces.Numbers)}",
        2 => $"\"{FuzzPieces.Of(random, new[] { "type", "required", "format", "$id", "$anchor", "uniqueItems", "enum" })}\":{FuzzPieces.Of(random, new[] { "\"string\"", "[\"a\"]", "true", "\"date-time\"", "\"a\"", "[1,1,1.0,{}]", "\"regex\"" })}",
        3 => $"\"enum\":[{string.Join(',', Enumerable.Range(0, depth == 0 ? FuzzPieces.Times(random, 20_000) : 5).Select(i => $"{i}"))}]",
        4 => $"\"$ref\":\"{FuzzPieces.Of(random, new[] { "#", "#/not", "#/properties/a", "#/$defs/x", "#a", "other", "http://[", "https://json-schema.org/draft/2020-12/schema" })}\"",
        5 => $"\"{FuzzPieces.Of(random, new[] { "allOf", "anyOf", "oneOf", "prefixItems" })}\":[{string.Join(',', Enumerable.Repeat(Keywords(random, depth + 1), random.Next(1, 6)))}]",
        6 => $"\"{FuzzPieces.Of(random, new[] { "properties", "$defs", "patternProperties", "dependentSchemas" })}\":{{\"{FuzzPieces.Of(random, FuzzPieces.Patterns)}\":{Keywords(random, depth + 1)},\"a\":{Keywords(random, depth + 1)}}}",
        _ => $"\"{FuzzPieces.Of(random, new[] { "not", "if", "then", "items", "contains", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "propertyNames" })}\":{Keywords(random, depth + 1)}",
    };
}
