namespace Binex.Core.Expressions.Syntax;

/// <summary>What a token of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A literal or a reference.</summary>
    Value,

    /// <summary>A comparison.</summary>
    Comparison,

    /// <summary><c>&amp;&amp;</c> or <c>and</c>.</summary>
    And,

    /// <summary><c>||</c> or <c>or</c>.</summary>
    Or,

    /// <summary><c>!</c> or <c>not</c>.</summary>
    Not,

    /// <summary>A word that is no operator and no literal.</summary>
    Word,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>Something unreadable, already reported.</summary>
    Unreadable,
}
