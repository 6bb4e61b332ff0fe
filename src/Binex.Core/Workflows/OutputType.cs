namespace Binex.Core.Workflows;

/// <summary>How an output is kept.</summary>
public enum OutputType
{
    /// <summary>As the agent gave it.</summary>
    Any,

    /// <summary>As text.</summary>
    Text,

    /// <summary>As a JSON value.</summary>
    Json,

    /// <summary>As a file.</summary>
    File,
}
