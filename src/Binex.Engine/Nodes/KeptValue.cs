namespace Binex.Engine.Nodes;

/// <summary>A kept content.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record KeptValue(string Hash, string MediaType, long Bytes);
