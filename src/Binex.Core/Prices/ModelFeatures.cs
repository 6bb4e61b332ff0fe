namespace Binex.Core.Prices;

/// <summary>The words of the price book for what a model can do.</summary>
public static class ModelFeatures
{
    /// <summary>It calls tools.</summary>
    public const string Tools = "tools";

    /// <summary>It reads pictures.</summary>
    public const string Vision = "vision";

    /// <summary>It answers by a JSON Schema that goes with the request.</summary>
    public const string ResponseSchema = "responseSchema";

    /// <summary>Its provider caches the beginning of a prompt.</summary>
    public const string PromptCaching = "promptCaching";

    /// <summary>It thinks before it answers.</summary>
    public const string Reasoning = "reasoning";
}
