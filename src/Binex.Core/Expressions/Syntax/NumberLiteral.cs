using System.Globalization;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>Reads numbers such as <c>3</c>, <c>-0.5</c> and <c>1e6</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>How far something goes that begins like a number, wrong characters included; 0 when nothing does.</summary>
    /// <param name="rest">The text from there on.</param>
    public static int Length(ReadOnlySpan<char> rest)
    {
        if (!Begins(rest))
        {
            return 0;
        }

        var length = 1;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '.' or '_' || IsExponentSign(rest, length)))
        {
            length++;
        }

        return length;
    }

    /// <summary>The number that a text is; null when it is none, or none that a decimal can hold.</summary>
    /// <param name="text">The text.</param>
    public static ConstantNode? Parse(ReadOnlySpan<char> text) =>
        Begins(text)
        && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? new ConstantNode(ExpressionValue.Of(number))
            : null;

    private static bool Begins(ReadOnlySpan<char> text) => text is [>= '0' and <= '9', ..] or ['-', >= '0' and <= '9', ..];

    private static bool IsExponentSign(ReadOnlySpan<char> text, int index) => (text[index] is '+' or '-') && (text[index - 1] is 'e' or 'E');
}
