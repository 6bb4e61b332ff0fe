using Binex.Core.Configuration;
using Binex.Core.Prices;
using Binex.Models.Prices;

namespace Binex.Models.Providers;

/// <summary>The providers that Binex knows, and where they are.</summary>
internal static class ProviderTable
{
    /// <summary>All of them, by name.</summary>
    internal static IReadOnlyDictionary<string, ProviderEndpoint> All { get; } = new ProviderEndpoint[]
    {
        new("openai", "https://api.openai.com/v1/", "OPENAI_API_KEY") { LimitsCompletion = true },
        new("anthropic", "https://api.anthropic.com/", "ANTHROPIC_API_KEY") { Kind = ProviderKind.Anthropic },
        new("gemini", "https://generativelanguage.googleapis.com/v1beta/openai/", "GEMINI_API_KEY", "GOOGLE_API_KEY"),
        new("groq", "https://api.groq.com/openai/v1/", "GROQ_API_KEY") { LimitsCompletion = true },
        new("mistral", "https://api.mistral.ai/v1/", "MISTRAL_API_KEY"),
        new("deepseek", "https://api.deepseek.com/v1/", "DEEPSEEK_API_KEY"),
        new("together_ai", "https://api.together.xyz/v1/", "TOGETHER_API_KEY", "TOGETHERAI_API_KEY"),
        new("openrouter", "https://openrouter.ai/api/v1/", "OPENROUTER_API_KEY"),
        new("xai", "https://api.x.ai/v1/", "XAI_API_KEY") { LimitsCompletion = true },
        new("fireworks_ai", "https://api.fireworks.ai/inference/v1/", "FIREWORKS_API_KEY", "FIREWORKS_AI_API_KEY"),
        new("cerebras", "https://api.cerebras.ai/v1/", "CEREBRAS_API_KEY") { LimitsCompletion = true },
        new("perplexity", "https://api.perplexity.ai/", "PERPLEXITY_API_KEY", "PERPLEXITYAI_API_KEY"),
        new("azure", "{AZURE_OPENAI_ENDPOINT|AZURE_API_BASE}/openai/v1/", "AZURE_OPENAI_API_KEY", "AZURE_API_KEY")
        {
            Kind = ProviderKind.Azure,
            LimitsCompletion = true,
        },
        new("azure_ai", "{AZURE_AI_API_BASE}/openai/v1/", "AZURE_AI_API_KEY") { Kind = ProviderKind.Azure },
        new("bedrock", "https://bedrock-runtime.{AWS_REGION|AWS_DEFAULT_REGION}.amazonaws.com/openai/v1/", "AWS_BEARER_TOKEN_BEDROCK")
        {
            Claude = new("bedrock", "https://bedrock-runtime.{AWS_REGION|AWS_DEFAULT_REGION}.amazonaws.com/", "AWS_BEARER_TOKEN_BEDROCK")
            {
                Kind = ProviderKind.Bedrock,
                KeyAdvice = $"AWS_BEARER_TOKEN_BEDROCK, or {AwsKeys.IdVariable} and {AwsKeys.SecretVariable}",
            },
        },
        new(
            "vertex_ai",
            "https://{VERTEXAI_LOCATION|GOOGLE_CLOUD_LOCATION}-aiplatform.googleapis.com/v1/projects/{VERTEXAI_PROJECT|GOOGLE_CLOUD_PROJECT}"
            + "/locations/{VERTEXAI_LOCATION|GOOGLE_CLOUD_LOCATION}/endpoints/openapi/",
            "CLOUDSDK_AUTH_ACCESS_TOKEN",
            "GOOGLE_OAUTH_ACCESS_TOKEN")
        {
            Claude = new(
                "vertex_ai",
                "https://{VERTEXAI_LOCATION|GOOGLE_CLOUD_LOCATION|CLOUD_ML_REGION}-aiplatform.googleapis.com"
                + "/v1/projects/{VERTEXAI_PROJECT|GOOGLE_CLOUD_PROJECT|ANTHROPIC_VERTEX_PROJECT_ID}"
                + "/locations/{VERTEXAI_LOCATION|GOOGLE_CLOUD_LOCATION|CLOUD_ML_REGION}/",
                "CLOUDSDK_AUTH_ACCESS_TOKEN",
                "GOOGLE_OAUTH_ACCESS_TOKEN")
            {
                Kind = ProviderKind.Vertex,
            },
        },
        new("cohere", "https://api.cohere.ai/compatibility/v1/", "COHERE_API_KEY", "CO_API_KEY"),
        new("nvidia_nim", "https://integrate.api.nvidia.com/v1/", "NVIDIA_NIM_API_KEY", "NVIDIA_API_KEY"),
        new("huggingface", "https://router.huggingface.co/v1/", "HF_TOKEN", "HUGGINGFACE_API_KEY"),
        new("github", "https://models.github.ai/inference/", "GITHUB_TOKEN", "GITHUB_API_KEY"),
        new("cloudflare", "https://api.cloudflare.com/client/v4/accounts/{CLOUDFLARE_ACCOUNT_ID}/ai/v1/", "CLOUDFLARE_API_KEY", "CLOUDFLARE_API_TOKEN"),
        new("databricks", "{DATABRICKS_HOST}/serving-endpoints/", "DATABRICKS_TOKEN", "DATABRICKS_API_KEY"),
        new("dashscope", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/", "DASHSCOPE_API_KEY"),
        new("deepinfra", "https://api.deepinfra.com/v1/openai/", "DEEPINFRA_API_KEY"),
        new("hyperbolic", "https://api.hyperbolic.xyz/v1/", "HYPERBOLIC_API_KEY"),
        new("lambda_ai", "https://api.lambda.ai/v1/", "LAMBDA_API_KEY"),
        new("minimax", "https://api.minimax.io/v1/", "MINIMAX_API_KEY"),
        new("moonshot", "https://api.moonshot.ai/v1/", "MOONSHOT_API_KEY"),
        new("nebius", "https://api.studio.nebius.com/v1/", "NEBIUS_API_KEY"),
        new("novita", "https://api.novita.ai/v3/openai/", "NOVITA_API_KEY"),
        new("sambanova", "https://api.sambanova.ai/v1/", "SAMBANOVA_API_KEY"),
        new("zai", "https://api.z.ai/api/paas/v4/", "ZAI_API_KEY"),
        new("ollama", "http://localhost:11434/") { Kind = ProviderKind.Ollama },
        new("lm_studio", "http://localhost:1234/v1/"),
    }.ToDictionary(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider that goes by a name or an alias such as <c>google</c> or <c>together</c>; null when there is none.</summary>
    /// <param name="prefix">What stands before the slash.</param>
    internal static ProviderEndpoint? Find(string prefix) => All.GetValueOrDefault(ModelNames.Provider(prefix));

    /// <summary>Where a model is: at the provider before its slash, at the one that the price book names, or at the one whose names begin so; null when nobody knows.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="prices">Says whose a model is.</param>
    internal static ProviderEndpoint? Of(string model, IPriceBook prices) =>
        (ModelNames.Split(model).Provider is { } prefix ? Find(prefix) : OwnerOf(model, prices))?.For(model);

    private static ProviderEndpoint? OwnerOf(string model, IPriceBook prices)
    {
        if (prices.Find(model) is { } price && Find(price.Provider) is { } owner)
        {
            return owner;
        }

        var isOpenAi = model.StartsWith("gpt-", StringComparison.OrdinalIgnoreCase)
            || model.StartsWith("chatgpt-", StringComparison.OrdinalIgnoreCase)
            || model.StartsWith("ft:", StringComparison.OrdinalIgnoreCase)
            || (model.Length > 1 && model[0] is 'o' or 'O' && char.IsAsciiDigit(model[1]));
        return isOpenAi ? All["openai"]
            : model.StartsWith("claude-", StringComparison.OrdinalIgnoreCase) ? All["anthropic"] : null;
    }
}
