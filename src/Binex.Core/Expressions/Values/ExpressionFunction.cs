namespace Binex.Core.Expressions.Values;

/// <summary>A function of the expression language; each takes one value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Apply">What it makes of a value that is no failure.</param>
internal sealed record ExpressionFunction(string Name, Func<ExpressionValue, ExpressionValue> Apply)
{
    /// <summary>Whether a failure is given to it like a value; else it is passed on.</summary>
    public bool TakesFailures { get; init; }
}
