namespace Binex.Core.Plans;

/// <summary>A model that has no price.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Nodes">Ids of the nodes that ask it, in document order.</param>
public sealed record UnpricedModel(string Model, IReadOnlyList<string> Nodes);
