using System.Text.RegularExpressions;

namespace Binex.Core.Expressions.Values;

/// <summary>The pattern of <c>matches</c>: a .NET regular expression that takes time linear in the text.</summary>
internal sealed class Pattern
{
    private const int LongestPattern = 1024;

    // Linear in the text, but the factor is the pattern's, and the pattern may be somebody else's: nothing may hang for a second.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(500);

    private readonly Regex _regex;

    private Pattern(Regex regex) => _regex = regex;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="problem">Why it cannot be used, as a sentence; null when it can.</param>
    public static Pattern? TryCreate(string text, out string? problem)
    {
        problem = text.Length > LongestPattern ? $"the pattern is longer than {LongestPattern} characters" : null;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            return new Pattern(new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestMatch));
        }
        catch (RegexParseException e)
        {
            problem = $"'{Excerpt.Of(text)}' is not a regular expression: {e.Error} at character {e.Offset + 1}";
        }
        catch (NotSupportedException)
        {
            problem = $"'{Excerpt.Of(text)}' cannot be matched in linear time: it repeats too much, or it uses look-around, a back-reference, an atomic group or a condition";
        }

        return null;
    }

    /// <summary>Whether a text matches somewhere; a failure when that took too long.</summary>
    /// <param name="text">The text.</param>
    public ExpressionValue Match(string text)
    {
        try
        {
            return ExpressionValue.Of(_regex.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return ExpressionValue.Failure($"matching '{Excerpt.Of(_regex.ToString())}' took longer than {LongestMatch.TotalSeconds} seconds");
        }
    }
}
