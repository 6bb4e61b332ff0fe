namespace Binex.Core.Prices;

/// <summary>Who answers for a model.</summary>
public static class ProviderNames
{
    /// <summary>The prefix of a model's name, else what the price book says, else the name itself.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="prices">The price book.</param>
    public static string Of(string model, IPriceBook prices)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? model[..slash] : prices.Find(model)?.Provider ?? model;
    }
}
