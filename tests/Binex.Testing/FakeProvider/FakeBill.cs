namespace Binex.Testing.FakeProvider;

/// <summary>What the fake provider charges for one request.</summary>
/// <param name="Call">The request.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
/// <param name="Usd">The charge in US dollars.</param>
public sealed record FakeBill(FakeCall Call, int OutputTokens, decimal Usd);
