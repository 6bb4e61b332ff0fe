using Binex.Core.Prices;

namespace Binex.Models.Prices.Lists;

/// <summary>Prices that somebody publishes, as far as they can be used.</summary>
/// <param name="Form">Which form the file has: <c>litellm</c>, <c>models.dev</c> or <c>binex</c>.</param>
/// <param name="Models">The prices, each name once.</param>
/// <param name="LeftOut">Names of models that were left out, each with the reason.</param>
public sealed record PriceList(string Form, IReadOnlyList<ModelPrice> Models, IReadOnlyList<(string Name, string Reason)> LeftOut);
