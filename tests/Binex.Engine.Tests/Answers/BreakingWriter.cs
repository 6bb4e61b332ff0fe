using System.Text;
using System.Text.Json;

namespace Binex.Engine.Tests.Answers;

/// <summary>Makes values, and writes them as models do that are careless with JSON.</summary>
internal sealed class BreakingWriter(Random random)
{
    private static readonly string[] Texts = ["", "plain", "it's", "l'été", "say \"no\"", "a\\b", "two\nlines", "{x}", "[y", "```", "城市，人", "قهوة", "x, y: z", "//no", "'", "“q”", "tab\t."];

    /// <summary>An object of any shape.</summary>
    public JsonElement Value() => JsonSerializer.SerializeToElement(Any(0, isObject: true));

    /// <summary>The value, broken in ways that can be mended.</summary>
    public string Write(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value);
        var json = text.ToString();
        return random.Next(4) switch
        {
            0 => $"```json\n{json}\n```",
            1 => $"Here it is, \"as you said\": {json} That's all.",
            _ => json,
        };
    }

    private object? Any(int depth, bool isObject = false)
    {
        var kind = isObject ? 6 : random.Next(depth < 3 ? 8 : 5);
        return kind switch
        {
            0 => random.Next(-1000, 1000),
            1 => random.Next(2) == 0,
            2 => null,
            3 or 4 => Texts[random.Next(Texts.Length)],
            5 or 7 => Enumerable.Range(0, random.Next(4)).Select(_ => Any(depth + 1)).ToArray(),
            _ => Enumerable.Range(0, random.Next(1, 5)).ToDictionary(index => $"{(char)('a' + index)}{random.Next(9)}", _ => Any(depth + 1)),
        };
    }

    private void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Write(text, '{', value.EnumerateObject(), '}', member =>
                {
                    text.Append(random.Next(3) == 0 ? member.Name : Quoted(member.Name)).Append(':').Append(Blank());
                    Write(text, member.Value);
                });
                break;
            case JsonValueKind.Array:
                Write(text, '[', value.EnumerateArray(), ']', item => Write(text, item));
                break;
            case JsonValueKind.String:
                text.Append(Quoted(value.GetString()!));
                break;
            default:
                var raw = value.GetRawText();
                text.Append(random.Next(2) == 0 ? raw : raw switch { "true" => "True", "false" => "False", "null" => "None", _ => raw });
                break;
        }
    }

    private void Write<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        text.Append(open).Append(Blank());
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : ",").Append(Blank());
            write(item);
            text.Append(Blank());
            isFirst = false;
        }

        text.Append(!isFirst && random.Next(3) == 0 ? "," : "").Append(close);
    }

    private string Blank() => random.Next(8) switch { 0 => " ", 1 => "\n", 2 => " // so {\n", 3 => "/* and \" */", _ => "" };

    private string Quoted(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        return random.Next(3) switch
        {
            0 => $"'{string.Concat(escaped.Select((c, at) => c == '\'' && !IsBetweenLetters(escaped, at) ? "\\'" : $"{c}"))}'",
            1 => $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            _ => JsonSerializer.Serialize(text),
        };
    }

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}
