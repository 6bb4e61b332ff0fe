namespace Binex.Validation.Documents.Scalars;

/// <summary>Type of a scalar by the core schema of YAML 1.2, or by JSON.</summary>
internal enum ScalarKind
{
    /// <summary>Any text; <c>on</c>, <c>yes</c> and <c>no</c> too.</summary>
    Text,

    /// <summary>Nothing.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number without a fraction.</summary>
    Integer,

    /// <summary>Any other number.</summary>
    Number,
}
