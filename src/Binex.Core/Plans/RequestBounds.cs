using System.Text.Json;
using Binex.Core.Models;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// Bounds the tokens of a node's requests before anything ran. A request is known where all that its texts refer to is: then its
/// bound is that of the very request. The parts of a text cannot be bounded one by one, because a tokenizer may need more tokens for
/// a whole than for its parts; so whatever refers to something unknown is unknown as a whole.
/// </summary>
internal sealed class RequestBounds(Workflow workflow, ITokenBounds tokens, IReadOnlyDictionary<string, JsonElement> variables)
{
    private readonly KnownValues _known = new(workflow, variables);

    /// <summary>Upper bound of the tokens of every request that a node can send; null when its texts are not known.</summary>
    /// <param name="node">The node's index.</param>
    /// <param name="outputLimit">The output limit it is sent with.</param>
    public long? Tokens(int node, int outputLimit) =>
        IsFixed(node) && RequestOf(node, outputLimit, out var allKnown) is var request && allKnown ? tokens.InputTokens(request) : null;

    /// <summary>The bound of what is known of a node's texts, for what is expected and not for what is promised.</summary>
    /// <param name="node">The node's index.</param>
    /// <param name="outputLimit">The output limit it is sent with.</param>
    public long ExpectedTokens(int node, int outputLimit) => tokens.InputTokens(RequestOf(node, outputLimit, out _));

    // Messages that are made by the engine, of inputs, schemas, rejected answers or a loop's feedback, are unknown here.
    private bool IsFixed(int index)
    {
        var node = workflow.Nodes[index];
        return node is { Prompt: not null, OutputSchema: null, Outputs: [{ Path: null }] }
            && !workflow.Graph.Loops.Values.Any(loop => loop.Target == index);
    }

    private ChatRequest RequestOf(int index, int outputLimit, out bool allKnown)
    {
        var node = workflow.Nodes[index];
        var system = _known.TextOf(node.SystemPrompt, out var systemKnown);
        var prompt = _known.TextOf(node.Prompt, out var promptKnown).TrimEnd('\n');
        allKnown = systemKnown && promptKnown && prompt.Length > 0;
        var messages = new List<ChatMessage>();
        if (system.Length > 0)
        {
            messages.Add(new ChatMessage(ChatRole.System, system));
        }

        messages.Add(new ChatMessage(ChatRole.User, prompt));
        var settings = node.Model;
        return new ChatRequest(node.Agent.Target, messages, outputLimit)
        {
            NodeId = node.Id,
            Temperature = settings.Temperature,
            TopP = settings.TopP,
            Seed = settings.Seed,
            Stop = settings.Stop,
            ReasoningEffort = settings.ReasoningEffort,
            JsonMode = settings.JsonMode,
            OutputSchema = node.OutputSchema,
            Extra = settings.Extra,
        };
    }
}
