using System.Text.Json;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Requests;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>
/// Bounds the tokens of a node's requests before anything ran. A request is known where all that its texts refer to is: then its
/// bound is that of the very request that the engine will send. The parts of a text cannot be bounded one by one, because a
/// tokenizer may need more tokens for a whole than for its parts; so whatever refers to something unknown is unknown as a whole.
/// </summary>
internal sealed class RequestBounds(Workflow workflow, IPriceBook prices, ITokenBounds tokens, IReadOnlyDictionary<string, JsonElement> variables)
{
    private readonly KnownValues _known = new(workflow, variables);
    private readonly RequestTokens?[] _requests = new RequestTokens?[workflow.Nodes.Count];

    /// <summary>The tokens of the requests of a node that are neither sent back by a loop nor follow a rejected answer.</summary>
    /// <param name="node">The node's index.</param>
    public RequestTokens Of(int node) => _requests[node] ??= Bound(node);

    /// <summary>The tokens of the same requests where another model is asked.</summary>
    /// <param name="node">The node's index.</param>
    /// <param name="model">The model.</param>
    public RequestTokens Of(int node, string model) => model == workflow.Nodes[node].Agent.Target ? Of(node) : Bound(node, model);

    private RequestTokens Bound(int node, string? model = null)
    {
        if (_known.MessageOf(node, out var resolved, out var isKnown) is not { } message)
        {
            return default;
        }

        var definition = workflow.Nodes[node];
        isKnown &= definition.Attachments.All(attached => attached.File is not null);

        // Which address it is does not matter to a bound, only that it is not the provider's own.
        var request = NodeRequest.Of(definition, resolved! with { ApiBase = definition.Model.ApiBase?.Source }, message);
        var bound = tokens.InputTokens(model is null ? request : FallbackRequest.Of(request, model, prices));
        return new RequestTokens(bound, isKnown ? bound : null);
    }
}
