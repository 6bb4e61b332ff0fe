using System.Text.Json;
using Binex.Core.Ledgers;
using Binex.Core.Models;
using Binex.Core.Requests;
using Binex.Engine.Agents;
using Binex.Engine.Nodes;
using Binex.Engine.Secrets;

namespace Binex.Engine.Calls;

/// <summary>
/// Knows a request again that tells its model what is spent or left: in a run that is resumed that is another amount, and still the
/// same question.
/// </summary>
internal sealed class MoneylessRequest(RunSettings settings, ILedger ledger, SecretMask secrets)
{
    /// <summary>The request with <see cref="MoneylessScope.Amount"/> for every amount; null when it tells none.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="request">The request.</param>
    public ChatRequest? Of(AgentContext context, ChatRequest request)
    {
        if (!context.Node.References.Any(MoneylessScope.IsMoney))
        {
            return null;
        }

        var scope = new MoneylessScope(new ExecutionScope(context.Execution, settings, ledger, secrets));
        return NodeResolver.Resolve(context.Execution, scope, out _) is { } resolved
            ? request with { Messages = NodeRequest.Of(context.Node, resolved, resolved.MessageFor(context.Execution), context.Rejected).Messages }
            : null;
    }

    /// <summary>Whether a request that was sent differs from another one in amounts alone.</summary>
    /// <param name="moneyless">The record of the other one, as <see cref="Of"/> makes it.</param>
    /// <param name="sent">The record of the one that was sent.</param>
    public static bool IsSame(JsonElement moneyless, string sent)
    {
        var pieces = moneyless.GetRawText().Split(MoneylessScope.Amount);
        if (!sent.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var rest = sent.AsSpan(pieces[0].Length);
        foreach (var piece in pieces.AsSpan(1))
        {
            rest = rest.TrimStart("0123456789.");
            if (!rest.StartsWith(piece, StringComparison.Ordinal))
            {
                return false;
            }

            rest = rest[piece.Length..];
        }

        return rest.IsEmpty;
    }
}
