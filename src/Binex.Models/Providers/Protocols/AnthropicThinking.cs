using System.Text.Json.Nodes;

namespace Binex.Models.Providers.Protocols;

/// <summary>Says how much Claude thinks, in the words that its generation knows.</summary>
internal static class AnthropicThinking
{
    /// <summary>The least that can be thought, in tokens.</summary>
    private const int Least = 1_024;

    /// <summary>Adds the members. Where the output limit leaves no room to think, none are added.</summary>
    /// <param name="members">The members of the request.</param>
    /// <param name="effort">The effort that the workflow asks for.</param>
    /// <param name="model">The model.</param>
    /// <param name="maxOutputTokens">The output limit, which thinking counts against.</param>
    internal static void AddTo(JsonObject members, string effort, string model, int maxOutputTokens)
    {
        if (effort is "none" or "disabled")
        {
            return;
        }

        if (DecidesItself(model))
        {
            members.TryAdd("thinking", new JsonObject { ["type"] = "adaptive" });
            members.TryAdd("output_config", new JsonObject { ["effort"] = effort is "minimal" ? "low" : effort });
            return;
        }

        var share = effort switch { "minimal" or "low" => 0.25, "medium" => 0.5, _ => 0.75 };
        var budget = Math.Max(Least, (int)(maxOutputTokens * share));
        if (budget < maxOutputTokens)
        {
            members.TryAdd("thinking", new JsonObject { ["type"] = "enabled", ["budget_tokens"] = budget });
        }
    }

    // Up to Claude 4.5 a number of tokens is asked for; later ones are told how hard to try.
    private static bool DecidesItself(string model)
    {
        var numbers = model.Split('-', '.', '@').Where(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit)).Select(int.Parse).ToList();
        return numbers.Count > 0 && (numbers[0] > 4 || (numbers[0] == 4 && numbers.Count > 1 && numbers[1] > 5));
    }
}
