using System.Text;
using System.Text.Json;

namespace Binex.Validation.Tests.Docs;

/// <summary>Writes what a schema says as Markdown: a table of keys for every map of the format.</summary>
internal sealed class WorkflowReference
{
    private readonly JsonElement _schema;
    private readonly Func<string, string?, bool> _isUnsupported;
    private readonly StringBuilder _text = new();
    private readonly Queue<(string Title, string Path, JsonElement Map)> _open = new();
    private readonly HashSet<string> _seen = [];

    private WorkflowReference(JsonElement schema, Func<string, string?, bool> isUnsupported)
    {
        _schema = schema;
        _isUnsupported = isUnsupported;
    }

    /// <summary>The tables.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isUnsupported">Whether a path, or one value at it, cannot be run yet.</param>
    public static string Write(JsonElement schema, Func<string, string?, bool> isUnsupported)
    {
        var reference = new WorkflowReference(schema, isUnsupported);
        reference._open.Enqueue(("Root", "", schema));
        while (reference._open.TryDequeue(out var section))
        {
            reference.WriteSection(section.Title, section.Path, section.Map);
        }

        return reference._text.ToString();
    }

    private void WriteSection(string title, string path, JsonElement map)
    {
        _text.Append($"\n## {title}\n\n");
        if (path.Length > 0)
        {
            _text.Append($"{Text(map, "description")}\n\n");
        }

        _text.Append("| key | value | default | meaning |\n|---|---|---|---|\n");
        var required = map.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        foreach (var key in map.GetProperty("properties").EnumerateObject())
        {
            WriteKey(key.Name, Join(path, key.Name), key.Value, required.Contains(key.Name));
        }

        if (map.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
        {
            WriteKey("*any name*", Join(path, "*"), others, false);
        }
    }

    private void WriteKey(string name, string path, JsonElement key, bool isRequired)
    {
        var shape = Resolve(key);
        var shown = name.StartsWith('*') ? name : $"`{name}`";
        var mark = _isUnsupported(path, null) ? " ◦" : "";
        var standard = isRequired ? "required" : Find(key, shape, "default") is { } value ? $"`{Plain(value)}`" : "";
        _text.Append($"| {shown}{mark} | {ValueOf(name, path, key)} | {standard} | {MeaningOf(key, shape)} |\n");
    }

    // Says what may stand there, and sees to it that each map is told of once.
    private string ValueOf(string name, string path, JsonElement key)
    {
        var shape = Resolve(key);
        if (shape.TryGetProperty("enum", out var values))
        {
            return string.Join(", ", values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => $"`{value.GetString()}`{(_isUnsupported(path, value.GetString()) ? " ◦" : "")}"));
        }

        if (!shape.TryGetProperty("type", out var type))
        {
            return "any";
        }

        var types = type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(one => one.GetString()!).ToArray();
        return string.Join(" or ", types.Where(one => one != "null").Select(one => one switch
        {
            "string" => "text",
            "integer" => "whole number",
            "boolean" => "`true` or `false`",
            "array" => shape.TryGetProperty("items", out var item) ? $"list of {ValueOf(name, $"{path}.*", item)}" : "list",
            "object" => MapOf(name, path, key, shape),
            _ => one,
        }));
    }

    private string MapOf(string name, string path, JsonElement key, JsonElement shape)
    {
        if (shape.TryGetProperty("properties", out _))
        {
            var title = key.TryGetProperty("$ref", out var reference) ? TitleOf(reference.GetString()!) : name;
            if (_seen.Add(title))
            {
                _open.Enqueue((title, path, shape));
            }

            return $"[{title}](#{title.ToLowerInvariant().Replace(' ', '-')})";
        }

        return shape.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object
            ? $"map from name to {ValueOf($"Each of {name}", $"{path}.*", others)}"
            : "map";
    }

    private string MeaningOf(JsonElement key, JsonElement shape)
    {
        var text = new StringBuilder(Find(key, shape, "description")?.GetString());
        var item = shape.TryGetProperty("items", out var items) ? Resolve(items) : shape;
        if ((shape.TryGetProperty("enumDescriptions", out var meanings) || item.TryGetProperty("enumDescriptions", out meanings))
            && (shape.TryGetProperty("enum", out var values) || item.TryGetProperty("enum", out values)))
        {
            foreach (var (value, meaning) in values.EnumerateArray().Zip(meanings.EnumerateArray()).Where(pair => pair.First.ValueKind == JsonValueKind.String))
            {
                text.Append($"<br>`{value.GetString()}`: {meaning.GetString()}");
            }
        }

        if (Find(key, shape, "examples") is { } examples)
        {
            text.Append($"<br>Such as {string.Join(", ", examples.EnumerateArray().Select(example => $"`{Plain(example)}`"))}");
        }

        return text.ToString().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private JsonElement Resolve(JsonElement key) =>
        key.TryGetProperty("$ref", out var reference) ? _schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]) : key;

    private string TitleOf(string reference) => Text(_schema.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]), "title");

    private static JsonElement? Find(JsonElement key, JsonElement shape, string keyword) =>
        key.TryGetProperty(keyword, out var own) ? own : shape.TryGetProperty(keyword, out var shared) ? shared : null;

    private static string Text(JsonElement of, string keyword) => of.TryGetProperty(keyword, out var text) ? text.GetString()! : "";

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    // As it is written in YAML, on one line.
    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Plain))}]",
        JsonValueKind.Object => $"{{ {string.Join(", ", value.EnumerateObject().Select(member => $"{member.Name}: {Plain(member.Value)}"))} }}",
        _ => value.GetRawText(),
    };
}
