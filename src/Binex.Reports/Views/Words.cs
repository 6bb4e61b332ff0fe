using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Text;

namespace Binex.Reports.Views;

/// <summary>Numbers and names as people read them.</summary>
internal static class Words
{
    // A report is a file that anybody may have written: no run took a thousand years.
    private const long LongestMs = 1000L * 365 * 24 * 3600 * 1000;

    private const decimal MostShare = 1_000_000;

    public static string Duration(long milliseconds) => DurationText.Of(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestMs)));

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Counted(long number, string one) => $"{Count(number)} {one}{(number == 1 ? "" : "s")}";

    /// <summary>Money for places with little room: at most four places.</summary>
    public static string ShortMoney(Money money) => money.Usd switch
    {
        > 0 and < 0.0001m => "< $0.0001",
        var usd => new Money(Math.Round(usd, 4)).ToString(),
    };

    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A share of a whole in percent with one decimal, held between 0 and 100; for widths.</summary>
    public static string Percent(decimal part, decimal whole) =>
        (whole <= 0 ? 0 : Math.Clamp(part / whole * 100, 0, 100)).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The same for texts, which say so when a part is more than the whole.</summary>
    public static string Share(decimal part, decimal whole) => part > whole && whole > 0
        ? (Math.Min(part / whole, MostShare) * 100).ToString("#,0.#", CultureInfo.InvariantCulture)
        : Percent(part, whole);

    /// <summary>A length in bytes as people read it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 10_000 => Counted(bytes, "byte"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000m:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.#} MB"),
    };

    public static string ShortHash(string hash) => hash.Length > 12 ? hash[..12] : hash;

    /// <summary>A text on one line, at most so long; what is left out is shown by an ellipsis.</summary>
    public static string Shorten(string text, int length)
    {
        var line = TerminalText.SanitizeLine(text).Trim();
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>A text that begins as a sentence does; one that begins with a name, such as a host's or a model's, stays as it is.</summary>
    public static string Sentence(string text)
    {
        var word = text.AsSpan(0, text.AsSpan().IndexOf(' ') is >= 0 and var end ? end : text.Length).TrimEnd(".,:;");
        return word.Length > 0 && !word.ContainsAnyExceptInRange('a', 'z') ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}
