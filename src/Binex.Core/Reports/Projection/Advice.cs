using Binex.Core.Ledgers;
using Binex.Core.Runs;

namespace Binex.Core.Reports.Projection;

/// <summary>Says what to do about a node that went wrong.</summary>
internal static class Advice
{
    /// <summary>For a node whose failure the workflow puts up with.</summary>
    public const string Tolerated = "The run went on without it, as its continue_on_error asks. To have its result, mend the cause and run it again.";

    private const string Resume = "then resume the run; what is finished is not paid for again.";

    public static string ForRefusal(Refusal refusal) => refusal.Account switch
    {
        "run" => "Resume the run with a higher --budget, or change the workflow and run it again; what is finished is not paid for again.",
        "day" or "month" => $"Wait for the next {refusal.Account} (UTC) or raise budget.{refusal.Account} in binex.yaml, {Resume}",
        _ => $"Raise the budget of {RefusalText.Name(refusal.Account)} or lower max_tokens, {Resume}",
    };

    public static string For(StopReason? reason, FailureKind? kind) => (reason, kind) switch
    {
        (StopReason.BudgetRefused, _) => "Raise the budget or lower max_tokens, " + Resume,
        (StopReason.LoopLimit, _) => "Raise max_iterations, loosen the loop's condition, or take the last result with on_limit: accept.",
        (StopReason.DeadlineExceeded, _) => "Give the node a longer deadline or less to do, " + Resume,
        (_, FailureKind.RateLimit) => "Wait, or lower the concurrency for this provider, " + Resume,
        (_, FailureKind.Server) => "Look at the provider's status page, wait, or name another model in fallbacks, " + Resume,
        (_, FailureKind.Network) => "Check the connection, the proxy and the address of the provider, " + Resume,
        (_, FailureKind.Timeout) => "Give the node a longer deadline, a smaller prompt or a faster model, " + Resume,
        (_, FailureKind.Schema) => "Compare the answer with the schema; say in the prompt what shape is wanted, or loosen the schema.",
        (_, FailureKind.Tool) => "Run the tool by hand with the inputs of the node, mend it, " + Resume,
        (_, FailureKind.Assertion) => "Compare the answer with what the assertion wants; one of the two is wrong.",
        (_, FailureKind.Human) => "Answer with --answer, --approve or --reject, or run it on a terminal.",
        (_, FailureKind.Authentication) => "Set the provider's key in its environment variable and check that it is still good, " + Resume,
        (_, FailureKind.BadRequest) => "Read the provider's words and correct the node's parameters; sending the same again cannot help.",
        (_, FailureKind.ContextTooLong) => "Shorten what the node is given, or choose a model with a longer context.",
        (_, FailureKind.ContentFilter) => "Read the prompt for what the provider objects to, or choose another model.",
        (_, FailureKind.Quota) => "Top up the account with the provider or raise its limit, " + Resume,
        (_, FailureKind.Reference) => "Give the reference a default with ${name:-default}, or make the node that should give the value give it.",
        (_, FailureKind.Cassette) => "Record again with --record, let it be asked and paid with --allow-miss, or take back what changed the request.",
        (_, FailureKind.Internal) => "This is a mistake in Binex: please report it with this report attached.",
        _ => "Look at the node's last attempt, mend the cause, " + Resume,
    };
}
