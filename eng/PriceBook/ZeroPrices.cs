namespace PriceBook;

/// <summary>
/// Tells models that are free from models whose price the list does not know. A list says zero for both, and taking the second
/// for the first would let a run spend without limit: <c>openrouter/auto</c> and <c>azure_ai/model_router</c>, for example, send to
/// whatever paid model they like.
/// </summary>
internal static class ZeroPrices
{
    private static readonly HashSet<string> FreeByTheirProvidersWord = ["zai/glm-4.5-flash", "zai/glm-4.7-flash", "gemini/gemma-3-27b-it"];

    /// <summary>Whether a price of zero is meant.</summary>
    /// <param name="model">Name of the model.</param>
    internal static bool IsMeant(string model) =>
        model.EndsWith(":free", StringComparison.OrdinalIgnoreCase)
        || model.EndsWith("-free", StringComparison.OrdinalIgnoreCase)
        || model.EndsWith("/free", StringComparison.OrdinalIgnoreCase)
        || model.StartsWith("ollama/", StringComparison.Ordinal)
        || FreeByTheirProvidersWord.Contains(model);
}
