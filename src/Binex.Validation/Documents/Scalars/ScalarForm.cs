namespace Binex.Validation.Documents.Scalars;

/// <summary>How a scalar is written.</summary>
internal enum ScalarForm
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes, where <c>''</c> is a quote.</summary>
    SingleQuoted,

    /// <summary>In double quotes, with escapes; strings of JSON too.</summary>
    DoubleQuoted,

    /// <summary>As a block that keeps its lines (<c>|</c>).</summary>
    Literal,

    /// <summary>As a block that joins its lines (<c>&gt;</c>).</summary>
    Folded,
}
