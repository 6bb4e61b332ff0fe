using System.Text;
using System.Text.Json;
using Binex.Core.Expressions.Analysis;
using Binex.Core.Expressions.Syntax;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions;

/// <summary>A condition, read once and evaluated often.</summary>
public sealed class Expression
{
    private const int LongestText = 16 * 1024;

    private readonly ExpressionNode? _root;
    private ConditionAnalysis? _analysis;

    private Expression(string source)
    {
        Source = source;
        var errors = new List<SyntaxError>();
        var references = new List<Reference>();
        _root = CanBeRead(source, errors) ? ExpressionParser.Parse(source, errors, references) : null;
        Errors = errors;
        References = references;
    }

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    /// <summary>Its references, in order; with mistakes, those before the first place it could not be read beyond.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Its mistakes; an expression with mistakes must not be evaluated.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>What can be said of it without values; nothing for one with mistakes. Worked out when it is first asked for.</summary>
    public ConditionAnalysis Analysis => _analysis ??= ConditionAnalysis.Of(Errors.Count == 0 ? _root : null);

    /// <summary>Reads an expression. Never fails: mistakes are in <see cref="Errors"/>.</summary>
    /// <param name="text">The text.</param>
    public static Expression Parse(string text) => new(text);

    /// <summary>Why a text cannot be the pattern of <c>matches</c>, as a sentence; null when it can.</summary>
    /// <param name="pattern">The pattern.</param>
    public static string? PatternProblem(string pattern)
    {
        _ = Pattern.TryCreate(pattern, out var problem);
        return problem;
    }

    /// <summary>Whether a value counts as true: neither null, false, zero, empty nor the text <c>false</c> in any case.</summary>
    /// <param name="value">The value.</param>
    public static bool IsTrue(JsonElement value) => ExpressionValue.Of(value).IsTrue;

    /// <summary>Evaluates it to a JSON value.</summary>
    /// <param name="source">Where values come from; a reference without a value is null.</param>
    /// <returns>The value, or the sentence that says why there is none: a text that is not JSON, a pattern that cannot be used.</returns>
    /// <exception cref="InvalidOperationException">It has mistakes.</exception>
    public ReferenceValue Evaluate(IReferenceSource source)
    {
        var value = Root.Evaluate(source);
        return value.Kind == ExpressionValueKind.Failure ? ReferenceValue.NotFound(value.Text) : ReferenceValue.Of(value.ToElement());
    }

    /// <summary>
    /// Whether it holds: the value is true, or neither null, false, zero, empty nor the text <c>false</c>.
    /// One that <see cref="Evaluate"/> has no value for does not hold.
    /// </summary>
    /// <param name="source">Where values come from; a reference without a value is null.</param>
    /// <exception cref="InvalidOperationException">It has mistakes.</exception>
    public bool Holds(IReferenceSource source) => Root.Evaluate(source).IsTrue;

    /// <inheritdoc/>
    public override string ToString() => Source;

    private ExpressionNode Root => Errors.Count == 0
        ? _root!
        : throw new InvalidOperationException($"An expression with mistakes was evaluated: {Source}");

    private static bool CanBeRead(string text, List<SyntaxError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new SyntaxError(0, text.Length, "the expression is empty") { Hint = "leave the key out for no condition" });
        }
        else if (text.Length > LongestText)
        {
            errors.Add(new SyntaxError(0, text.Length, $"the expression is longer than {LongestText} characters"));
        }
        else if (HalfCharacter(text) is >= 0 and var half)
        {
            errors.Add(new SyntaxError(half, 1, "the text has half a character here (an unpaired UTF-16 surrogate)"));
        }

        return errors.Count == 0;
    }

    private static int HalfCharacter(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return i;
            }

            i += rune.Utf16SequenceLength;
        }

        return -1;
    }
}
