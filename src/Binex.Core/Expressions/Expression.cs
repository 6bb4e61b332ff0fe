namespace Binex.Core.Expressions;

/// <summary>A condition, read once and evaluated often.</summary>
public sealed class Expression
{
    private Expression(string source) => Source = source;

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    /// <summary>Its references, in order.</summary>
    public IReadOnlyList<Reference> References { get; private init; } = [];

    /// <summary>Its mistakes; an expression with mistakes must not be evaluated.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; private init; } = [];

    /// <summary>Reads an expression. Never fails: mistakes are in <see cref="Errors"/>.</summary>
    /// <param name="text">The text.</param>
    public static Expression Parse(string text) => new(text);

    /// <summary>Evaluates it to a JSON value.</summary>
    /// <param name="source">Where values come from; a reference without a value is null.</param>
    public ReferenceValue Evaluate(IReferenceSource source) => throw new InvalidOperationException(Source);

    /// <summary>Whether it holds: the value is true, or neither null, false, zero, empty nor the text <c>false</c>.</summary>
    /// <param name="source">Where values come from; a reference without a value is null.</param>
    public bool Holds(IReferenceSource source) => throw new InvalidOperationException(Source);
}
