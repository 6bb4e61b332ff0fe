using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Text;

namespace Binex.Models.Cassettes;

/// <summary>How a request differs from another one.</summary>
/// <param name="Weight">The more, the less alike they are.</param>
/// <param name="Sentence">What differs, for a person.</param>
internal sealed record RequestDifference(double Weight, string Sentence)
{
    private const string Messages = "messages";
    private const int Shown = 3;
    private const int Around = 16;
    private const int Excerpt = 48;
    private const int HashDigits = 8;

    /// <summary>Compares two requests.</summary>
    /// <param name="recorded">The one that was recorded.</param>
    /// <param name="asked">The one that is asked.</param>
    public static RequestDifference Between(JsonElement recorded, JsonElement asked)
    {
        var (weight, parts) = (0.0, new List<string>());
        foreach (var name in recorded.EnumerateObject().Concat(asked.EnumerateObject()).Select(member => member.Name).Distinct())
        {
            var (before, now) = (Member(recorded, name), Member(asked, name));
            if (JsonValues.IsNull(before) != JsonValues.IsNull(now) || (!JsonValues.IsNull(before) && !JsonValues.AreEqual(before, now)))
            {
                weight += name == Messages && before.ValueKind == JsonValueKind.Array && now.ValueKind == JsonValueKind.Array
                    ? AddMessages(parts, [.. before.EnumerateArray()], [.. now.EnumerateArray()])
                    : Add(parts, name, before, now);
            }
        }

        var more = parts.Count > Shown ? $", and {parts.Count - Shown} more" : "";
        return new RequestDifference(weight, string.Join("; ", parts.Take(Shown)) + more);
    }

    private static double AddMessages(List<string> parts, JsonElement[] before, JsonElement[] now)
    {
        var weight = 0.0;
        if (before.Length != now.Length)
        {
            weight += 1;
            parts.Add($"it had {before.Length} messages and now has {now.Length}");
        }

        for (var i = 0; i < Math.Min(before.Length, now.Length); i++)
        {
            if (Attached(before[i]) is var files && Attached(now[i]) is var others && files != others)
            {
                weight += 1;
                parts.Add($"message {i + 1} ({JsonValues.ToText(Member(now[i], "role"))}) had {files} attached and now has {others}");
            }

            var (was, becomes) = (TextOf(before[i]), TextOf(now[i]));
            if (was != becomes)
            {
                var common = was.AsSpan().CommonPrefixLength(becomes);
                weight += 1 - (0.9 * common / Math.Max(was.Length, becomes.Length));
                parts.Add($"message {i + 1} ({JsonValues.ToText(Member(now[i], "role"))}) was '{From(was, common)}' and is '{From(becomes, common)}'");
            }
        }

        return weight;
    }

    private static double Add(List<string> parts, string name, JsonElement before, JsonElement now)
    {
        var (was, becomes) = (JsonValues.ToText(before), JsonValues.ToText(now));
        var common = was.AsSpan().CommonPrefixLength(becomes);
        parts.Add(JsonValues.IsNull(before) ? $"{name} is new: '{From(becomes, 0)}'"
            : JsonValues.IsNull(now) ? $"{name} is gone; it was '{From(was, 0)}'"
            : $"{name} was '{From(was, common)}' and is '{From(becomes, common)}'");
        return 1;
    }

    private static string TextOf(JsonElement message) => JsonValues.ToText(Member(message, "text"));

    // Each file by its name and the beginning of its hash.
    private static string Attached(JsonElement message) => Member(message, "attachments") is { ValueKind: JsonValueKind.Array } files && files.GetArrayLength() > 0
        ? string.Join(", ", files.EnumerateArray().Select(file => TerminalText.SanitizeLine($"{JsonValues.ToText(Member(file, "name"))} ({From(JsonValues.ToText(Member(file, "sha256")), 0, HashDigits)})")))
        : "nothing";

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : default;

    // The place where two texts part, with a little of what stands before it.
    private static string From(string text, int common, int excerpt = Excerpt)
    {
        var start = Math.Max(0, common - Around);
        var end = Math.Min(text.Length, start + excerpt);
        var shown = TerminalText.SanitizeLine(text[start..end]);
        return $"{(start > 0 ? "…" : "")}{shown}{(end < text.Length ? "…" : "")}";
    }
}
