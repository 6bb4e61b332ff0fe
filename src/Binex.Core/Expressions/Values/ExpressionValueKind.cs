namespace Binex.Core.Expressions.Values;

/// <summary>What an expression's value is.</summary>
internal enum ExpressionValueKind
{
    /// <summary>Null, or missing.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list or an object.</summary>
    Structure,

    /// <summary>No value could be made; the text says why.</summary>
    Failure,
}
