using System.Text.Json;

namespace Binex.Core.Requests;

/// <summary>Checks the members that a workflow adds to a request.</summary>
public static class ExtraMembers
{
    /// <summary>What would make a call cost more than was held for it, or be answered in another protocol; with the reason.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["model"] = "it would ask another model than the one that was priced",
        ["models"] = "it would ask other models than the one that was priced; use fallbacks",
        ["messages"] = "it would replace the prompt that was counted; use prompt and system_prompt",
        ["max_tokens"] = "it would replace the output limit that was paid for; use max_tokens of the node's config",
        ["max_completion_tokens"] = "it would replace the output limit that was paid for; use max_tokens of the node's config",
        ["max_output_tokens"] = "it would replace the output limit that was paid for; use max_tokens of the node's config",
        ["n"] = "it would pay for several answers; use best_of_n",
        ["best_of"] = "it would pay for several answers; use best_of_n",
        ["input"] = "it would replace the prompt that was counted; use prompt and system_prompt",
        ["instructions"] = "it would replace the prompt that was counted; use system_prompt",
        ["system"] = "it would replace the prompt that was counted; use system_prompt",
        ["prompt"] = "it would replace the prompt that was counted; use prompt and system_prompt",
        ["previous_response_id"] = "it would add to the prompt that was counted",
        ["conversation"] = "it would add to the prompt that was counted",
        ["stream"] = "how an answer travels is not for the workflow to say",
        ["stream_options"] = "how an answer travels is not for the workflow to say",
        ["background"] = "how an answer travels is not for the workflow to say",
        ["service_tier"] = "it would be billed at other rates than those of the price book",
        ["speed"] = "it would be billed at other rates than those of the price book",
        ["inference_geo"] = "it would be billed at other rates than those of the price book",
        ["container"] = "containers are billed beside the tokens",
        ["mcp_servers"] = "what servers answer is billed beyond the tokens that were counted",
        ["web_search_options"] = "searches are billed beside the tokens",
        ["search_parameters"] = "searches are billed beside the tokens",
        ["plugins"] = "plugins are billed beside the tokens",
        ["modalities"] = "only text is priced",
        ["audio"] = "only text is priced",
        ["prediction"] = "rejected predictions are billed beyond the output limit",
        ["cache_control"] = "writing to the cache is billed at a rate that was not held; use cache_prompt of the node's config",
    };

    /// <summary>Why the members cannot be sent; null when they can.</summary>
    /// <param name="extra">The members.</param>
    public static string? Problem(JsonElement extra)
    {
        if (extra.ValueKind != JsonValueKind.Object)
        {
            return "config.extra must be a map of members of the request";
        }

        return extra.EnumerateObject().Select(member => Problem(member.Name, member.Value)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Why one member cannot be sent; null when it can.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static string? Problem(string name, JsonElement value) =>
        Refused.TryGetValue(name, out var reason) ? $"config.extra may not hold '{name}': {reason}"
        : !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') || name.Length is 0 or > 64 ? $"config.extra has a member whose name no provider knows: '{name}'"
        : name == "tools" && value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(AsksForCache) ? $"config.extra may not hold tools with 'cache_control': {Refused["cache_control"]}"
        : name == "tools" && !OnlyFunctions(value) ? "config.extra may not hold tools that the provider runs itself: they are billed beside the tokens"
        : null;

    // OpenAI's functions say that they are; Anthropic's say nothing, or that they are custom.
    private static bool OnlyFunctions(JsonElement tools) =>
        tools.ValueKind == JsonValueKind.Array && tools.EnumerateArray().All(tool =>
            tool.ValueKind == JsonValueKind.Object && (tool.TryGetProperty("type", out var type)
                ? type.ValueKind == JsonValueKind.String && (type.ValueEquals("function") || type.ValueEquals("custom"))
                : tool.TryGetProperty("input_schema", out _)));

    // In the tool itself, or in its function; in the schema of its arguments the same word is a name like any other.
    private static bool AsksForCache(JsonElement tool) =>
        tool.ValueKind == JsonValueKind.Object && (tool.TryGetProperty("cache_control", out _) || (tool.TryGetProperty("function", out var function) && AsksForCache(function)));
}
