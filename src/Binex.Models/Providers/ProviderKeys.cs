using Binex.Core.Prices;

namespace Binex.Models.Providers;

/// <summary>Knows where the keys of providers are.</summary>
public static class ProviderKeys
{
    /// <summary>The environment variable that holds the key for a model; null when it needs none or nobody knows whose it is.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="prices">Says whose a model is.</param>
    public static string? VariableOf(string model, IPriceBook prices) => ProviderTable.Of(model, prices)?.KeyVariable;
}
