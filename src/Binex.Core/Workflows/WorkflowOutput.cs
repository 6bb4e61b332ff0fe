using Binex.Core.Expressions;

namespace Binex.Core.Workflows;

/// <summary>A value that a workflow returns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The reference it stands for.</param>
public sealed record WorkflowOutput(string Name, TextTemplate Value);
