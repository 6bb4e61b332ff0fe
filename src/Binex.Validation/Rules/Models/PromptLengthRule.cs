using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Prices;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Models;

/// <summary>What is written in the prompts of a node fits the context window of its model.</summary>
/// <param name="prices">The price book, which knows the windows.</param>
internal sealed class PromptLengthRule(IPriceBook prices) : IRule
{
    // Prose has four characters a token or fewer in every language; only what repeats itself has more than six.
    private const int MostCharactersPerToken = 6;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            // No token is shorter than a byte, so that most prompts need no counting.
            if (node.ModelPlace is not null && prices.Find(node.Node.Agent.Target) is { MaxInputTokens: { } window } price
                && (node.Node.SystemPrompt?.Source.Length ?? 0) + (node.Node.Prompt?.Source.Length ?? 0) > window)
            {
                Check(node, window, price, findings);
            }
        }
    }

    private static void Check(NodeDraft node, long window, ModelPrice price, FindingList findings)
    {
        var system = Characters(node.Node.SystemPrompt);
        var prompt = Characters(node.Node.Prompt);
        if ((system + prompt) / MostCharactersPerToken > window)
        {
            var key = system > prompt ? "system_prompt" : "prompt";
            findings.Add(
                DiagnosticCatalog.PromptTooLong,
                (node.Map?.Entry(key)?.Key ?? node.Key).Location,
                $"the prompts of '{node.Id}' have {system + prompt:N0} characters of fixed text, but '{price.Model}' reads at most {window:N0} tokens",
                "shorten them, or name a model with a larger context window");
        }
    }

    // Blank space counts nothing, because long runs of it are few tokens.
    private static long Characters(TextTemplate? template)
    {
        long count = 0;
        foreach (var segment in template?.Segments ?? [])
        {
            foreach (var letter in segment.Literal)
            {
                count += char.IsWhiteSpace(letter) ? 0 : 1;
            }
        }

        return count;
    }
}
