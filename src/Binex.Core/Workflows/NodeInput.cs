using Binex.Core.Expressions;

namespace Binex.Core.Workflows;

/// <summary>An input of a node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, with references.</param>
public sealed record NodeInput(string Name, ValueTemplate Value);
