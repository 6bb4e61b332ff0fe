namespace Binex.Core.Workflows;

/// <summary>An output of a node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How it is kept.</param>
/// <param name="Path">JSON pointer into the agent's answer; null for the whole answer, or the member of its name when there are several outputs.</param>
public sealed record OutputDeclaration(string Name, OutputType Type = OutputType.Any, string? Path = null)
{
    /// <summary>The name of a node's only output when it declares none.</summary>
    public const string DefaultName = "output";
}
