using Binex.Core.Expressions;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads the parameters of a node's chat calls from its <c>config</c>.</summary>
internal static class ModelSettingsBuilder
{
    /// <summary>The keys of <c>config</c> that mean something to <c>llm://</c>, and those that Python Binex accepts.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "api_base", "api_key", "temperature", "top_p", "max_tokens", "seed", "stop", "reasoning_effort", "response_format",
        "max_tool_rounds", "cache_prompt", "extra", "adapter_class", "max_retries",
    ];

    /// <summary>The parameters; where the node says nothing, the defaults.</summary>
    public static ModelSettings Build(MappingNode? config, DefaultSettings defaults, List<ReferenceUse> uses, FindingList findings) => new()
    {
        ApiBase = Template(config.Text("api_base"), uses, findings),
        ApiKey = Template(config.Text("api_key"), uses, findings),
        Temperature = (double?)config.Number("temperature") ?? defaults.Temperature,
        TopP = (double?)config.Number("top_p"),
        MaxTokens = config.Integer("max_tokens") is >= 1 and var limit ? limit : null,
        FallbackMaxTokens = defaults.MaxTokens is >= 1 and var fallback ? fallback : ModelSettings.DefaultMaxTokens,
        MinOutputTokens = defaults.MinOutputTokens is >= 1 and var least ? least : ModelSettings.DefaultMinOutputTokens,
        Seed = config.Number("seed") is >= long.MinValue and <= long.MaxValue and var seed ? (long)seed : null,
        Stop = config.Text("stop") is { } stop ? (string[])[stop.Value] : (string[])[.. config.Texts("stop").Select(text => text.Value)],
        ReasoningEffort = config.Text("reasoning_effort")?.Value,
        JsonMode = (config.Text("response_format") ?? config.Map("response_format").Text("type"))?.Value == "json_object",
        CachePrompt = config.Flag("cache_prompt") == true,
        Extra = config.Map("extra")?.ToJson(),
    };

    private static TextTemplate? Template(ScalarNode? scalar, List<ReferenceUse> uses, FindingList findings) =>
        scalar is null ? null : TemplateReader.Template(new LocatedText(scalar), uses, findings);
}
