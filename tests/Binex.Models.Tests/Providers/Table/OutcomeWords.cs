using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers.Table;

/// <summary>Says in the words of the table how a call ended, and checks what the words promise.</summary>
internal static class OutcomeWords
{
    internal static string Of(ChatAnswer answer, FakeProviderServer server, string? heard)
    {
        var bill = server.Bills.ShouldHaveSingleItem();
        if (heard is not null && answer.FinishReason == "stop")
        {
            heard.ShouldBe(answer.Text, "what was heard is not what was answered");
        }

        if (answer.Usage is { } usage)
        {
            usage.ShouldBe(new TokenUsage(bill.Call.InputTokens, bill.OutputTokens));
        }

        var what = answer.Text.Length > 0 ? $"{(answer.Text.StartsWith('{') ? "JSON" : "text")}, {answer.FinishReason}" : $"no text, {answer.FinishReason}";
        return answer.Usage is null ? $"{what}; charged in full" : $"{what}; charged by usage";
    }

    internal static string Of(ChatFailure failure)
    {
        failure.Failure.Message.ShouldNotBeNullOrWhiteSpace();
        (failure.Failure.Detail ?? "").ShouldNotContain("sk-table-key");
        var kind = failure.Failure.Kind switch
        {
            FailureKind.Authentication => "authentication",
            FailureKind.BadRequest => "bad request",
            FailureKind.RateLimit => "rate limit",
            FailureKind.Server => "server",
            FailureKind.Network => "network",
            var other => other.ToString(),
        };
        var wait = failure.Failure.RetryAfter is { } seconds ? string.Create(CultureInfo.InvariantCulture, $", waits {seconds.TotalSeconds} s") : "";
        return $"{kind}{wait}; {(failure.Charge == ChargeKnowledge.Nothing ? "free" : "charged in full")}";
    }
}
