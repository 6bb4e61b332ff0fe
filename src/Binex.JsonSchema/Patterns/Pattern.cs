using System.Text.RegularExpressions;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Patterns;

/// <summary>
/// A regular expression of ECMA-262. It is matched without backtracking, in time linear in the text; only lookarounds, backreferences
/// and very large repetitions need a backtracking matcher, and that one is stopped by the clock. The framework's engine takes tens of
/// milliseconds to get going, so plain texts go without it.
/// </summary>
internal sealed class Pattern
{
    // A step for so many characters of the text.
    private const int CharactersPerStep = 16;

    private readonly LiteralPattern? _literal;
    private readonly Regex? _regex;

    private Pattern(string source, LiteralPattern? literal, Regex? regex)
    {
        Source = source;
        _literal = literal;
        _regex = regex;
    }

    public string Source { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <param name="source">The pattern as the schema has it.</param>
    /// <param name="maxSize">How long it may be with its repetitions written out.</param>
    /// <param name="timeout">How long a match may take.</param>
    /// <param name="problem">Why it is none, in words that follow the pattern.</param>
    public static Pattern? Create(string source, int maxSize, TimeSpan timeout, out string? problem)
    {
        if (LiteralPattern.TryRead(source, maxSize) is { } literal)
        {
            problem = null;
            return new Pattern(source, literal, null);
        }

        var translation = EcmaTranslator.Translate(source, maxSize);
        problem = translation.Problem;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            return new Pattern(source, null, BuildRegex(translation, timeout));
        }
        catch (RegexParseException error)
        {
            problem = $"cannot be used: {error.Error}";
            return null;
        }
    }

    /// <summary>Whether the pattern matches somewhere. Ends the evaluation where that cannot be found out in time.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, Evaluator evaluator)
    {
        if (!evaluator.Spend(text.Length / CharactersPerStep))
        {
            return false;
        }

        return _literal?.IsMatch(text) ?? IsMatchOfRegex(text, evaluator);
    }

    private bool IsMatchOfRegex(ReadOnlySpan<char> text, Evaluator evaluator)
    {
        try
        {
            return _regex!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            var limit = $"{_regex!.MatchTimeout.TotalSeconds} s";
            return evaluator.Exhaust($"cannot be checked: matching the pattern {Wording.Quote(Source)} takes longer than {limit}", null);
        }
    }

    private static Regex BuildRegex(EcmaTranslation translation, TimeSpan timeout)
    {
        if (!translation.NeedsBacktracking)
        {
            try
            {
                return new Regex(translation.Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, timeout);
            }
            catch (NotSupportedException)
            {
                // The framework has a limit of its own for the size of an automaton; the other matcher has none.
            }
        }

        return new Regex(translation.Text, RegexOptions.CultureInvariant, timeout);
    }
}
