using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Patterns;

/// <summary>
/// A regular expression of ECMA-262. It is matched without backtracking, in time linear in the text; only lookarounds, backreferences
/// and very large repetitions need a backtracking matcher, and that one is stopped by the clock. A pattern that only asks for a
/// beginning, such as <c>^x-</c>, needs neither: building an automaton costs more than the rest of a small validation.
/// </summary>
internal sealed class Pattern
{
    // A step for so many characters of the text.
    private const int CharactersPerStep = 16;

    private static readonly SearchValues<char> Syntax = SearchValues.Create(@"\^$.|?*+()[]{}");

    private readonly Regex? _regex;

    // A null regex: the source is '^' and the characters that a text must begin with.
    private Pattern(string source, Regex? regex)
    {
        Source = source;
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
        if (source is ['^', ..] && source.Length <= maxSize && Ascii.IsValid(source) && !source.AsSpan(1).ContainsAny(Syntax))
        {
            problem = null;
            return new Pattern(source, null);
        }

        var translation = EcmaTranslator.Translate(source, maxSize);
        problem = translation.Problem;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            return new Pattern(source, BuildRegex(translation, timeout));
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

        if (_regex is null)
        {
            return text.StartsWith(Source.AsSpan(1), StringComparison.Ordinal);
        }

        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            var limit = $"{_regex.MatchTimeout.TotalSeconds} s";
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
