using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Values as messages name them: short, on one line and without control characters, since an instance may be hostile.</summary>
internal static class Wording
{
    private const int LongestText = 60;
    private const int MostChoices = 10;

    /// <summary>"the string 'abc'", "the number 5", "an array of 3 items", "null".</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"an object with {Count(value.GetPropertyCount(), "key")}",
        JsonValueKind.Array => $"an array of {Count(value.GetArrayLength(), "item")}",
        JsonValueKind.String => $"the string {Show(value)}",
        JsonValueKind.Number => $"the number {Show(value)}",
        _ => Show(value),
    };

    /// <summary>A value as it would be written, strings in single quotes; shortened.</summary>
    public static string Show(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? Quote(JsonText.ReadStart(value, LongestText + 1))
            : Shorten(Encoding.UTF8.GetString(First(JsonMarshal.GetRawUtf8Value(value))));

    /// <summary>A text in single quotes; shortened.</summary>
    public static string Quote(string text) => $"'{Shorten(text)}'";

    /// <summary>"1 item", "3 items".</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"a, b or c"; of many the first ten and how many more there are.</summary>
    public static string Either(IReadOnlyList<string> choices) => Either(choices, choice => choice);

    /// <summary>As <see cref="Either(IReadOnlyList{string})"/>, of values that are put in words only if they are shown.</summary>
    public static string Either<T>(IReadOnlyList<T> choices, Func<T, string> show)
    {
        var shown = choices.Take(MostChoices).Select(show).ToList();
        if (choices.Count > MostChoices)
        {
            return $"{string.Join(", ", shown)} or one of {choices.Count - MostChoices} more";
        }

        return shown.Count < 2 ? string.Concat(shown) : $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}";
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> raw) => raw.Length > 4 * LongestText ? raw[..(4 * LongestText)] : raw;

    private static string Shorten(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, LongestText) + 1);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length++ == LongestText)
            {
                return shown.Append('…').ToString();
            }

            _ = IsVisible(rune) ? shown.Append(rune.ToString()) : shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }

        return shown.ToString();
    }

    // Not so: control characters, line separators and the marks that turn the direction of writing round.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
