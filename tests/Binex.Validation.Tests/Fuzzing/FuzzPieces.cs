using System.Text;

namespace Binex.Validation.Tests.Fuzzing;

/// <summary>What all kinds of inputs are made of.</summary>
internal static class FuzzPieces
{
    /// <summary>Characters that readers stumble over.</summary>
    public static readonly string[] Characters =
    [
        "\uFEFF", "\u0085", "\u2028", "\u2029", "\u00A0", "\u200B", "\u202E", "\uD83D", "\uDE00", "\uFFFF", "\u0001", "\u001B[31m", "\u007F", "😀", "e\u0301\u0301\u0301", "ﬀ", "İ", "漢", "\r", "\r\n", "\t", "\v", "\f",
    ];

    /// <summary>Numbers at and beyond what can be held.</summary>
    public static readonly string[] Numbers =
    [
        "0", "-0", "-0.0", "1e999999999", "1e-999999999", "-1e308", "9223372036854775808", "79228162514264337593543950336", "0.1e-400", "1E+2147483648", "0x7fffffffffffffff", "0o777", "1_000", ".inf", "-.INF", ".NaN", "00", "+1", "1.", ".5",
        new('9', 400), "0." + new string('0', 400) + "1", "1e" + new string('9', 40), "2147483648", "-2147483649",
    ];

    /// <summary>Patterns that take for ever where matching tracks back, and ones that are no patterns.</summary>
    public static readonly string[] Patterns =
    [
        "(a+)+$", "^(a|a)*$", "(.*)*=.*", "(x{1,1000}){1,1000}", "^(([a-z])+.)+[A-Z]([a-z])+$", "\\\\p{L}+", "[\\\\s\\\\S]{0,5000}z", "(?=a)b", "(?<n>a)\\\\k<n>", "(a)\\\\1", "[z-a]", "(", "a{9999999999}", "[^\\\\u0000-\\\\uffff]", "((((((((((a*)*)*)*)*)*)*)*)*)*)b", "\\\\cA\\\\x41\\\\u{1F600}", "^$", "",
    ];

    /// <summary>One of some.</summary>
    public static T Of<T>(Random random, IReadOnlyList<T> some) => some[random.Next(some.Count)];

    /// <summary>How many times something is repeated: most often few, now and then very many.</summary>
    public static int Times(Random random, int most) => random.Next(10) switch
    {
        0 => most,
        1 => random.Next(most / 10, most),
        _ => random.Next(1, 60),
    };

    /// <summary>A text repeated.</summary>
    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>A word, a very long one, or one of odd characters.</summary>
    public static string Word(Random random) => random.Next(6) switch
    {
        0 => Repeat("k", Times(random, 100_000)),
        1 => Of(random, Characters) + Of(random, Characters),
        2 => Of(random, Numbers),
        _ => Of(random, new[] { "a", "name", "nodes", "agent", "x-y", "null", "true", "on", "~", "<<", "llm://gpt-4o", "depends_on" }),
    };
}
