namespace Binex.Core.Workflows;

/// <summary>Type of a variable of a workflow.</summary>
public enum VariableType
{
    /// <summary>Any text.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number without a fraction.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Any JSON value.</summary>
    Json,
}
