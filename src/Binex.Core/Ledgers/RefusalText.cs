using System.Globalization;
using System.Text;

namespace Binex.Core.Ledgers;

/// <summary>Says refusals in words: the one place, so that the terminal and every report say the same.</summary>
public static class RefusalText
{
    /// <summary>
    /// A refusal with its whole arithmetic: the cap, what is spent, held and needed, the tokens and rates that the need was made
    /// of, and what would make the call fit.
    /// </summary>
    /// <param name="refusal">The refusal.</param>
    public static string Sentence(Refusal refusal)
    {
        var room = refusal.Room;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The {CapOf(refusal)} cap of {Place(refusal.Account)} ");
        text.Append(room > 0 ? $"has {Amount(refusal, room)} left" : "has nothing left");
        text.Append(CultureInfo.InvariantCulture, $" ({Amount(refusal, refusal.Spent)} spent, {Amount(refusal, refusal.Held)} held for calls in flight), ");
        text.Append(CultureInfo.InvariantCulture, $"but a call to {refusal.Bound.Model} needs {Need(refusal)}. {Remedy(refusal)}");
        return text.ToString();
    }

    /// <summary>The name of an account in a sentence: <c>the run</c>, <c>node 'a'</c>, <c>the day</c>.</summary>
    /// <param name="account">Path of the account.</param>
    public static string Name(string account) => account switch
    {
        "run" or "day" or "month" => $"the {account}",
        _ when account.StartsWith("run/model:", StringComparison.Ordinal) => $"model '{account[10..]}'",
        _ when account.StartsWith("run/tag:", StringComparison.Ordinal) => $"tag '{account[8..]}'",
        _ when account.StartsWith("run/", StringComparison.Ordinal) => $"node '{account[4..]}'",
        _ => $"account '{account}'",
    };

    /// <summary>What would make a refused call fit, as a sentence.</summary>
    /// <param name="refusal">The refusal.</param>
    private static string Remedy(Refusal refusal)
    {
        var remedy = refusal.Remedy ?? RefusalRemedy.Of(refusal);
        var ways = new List<string>
        {
            refusal.Metric switch
            {
                RefusedMetric.Calls => $"Raise the cap to {remedy.Cap:N0} calls or more",
                RefusedMetric.Tokens => $"Raise the cap to {Count(remedy.Cap)} or more",
                _ => $"Raise the cap to {Dollars(remedy.Cap)} or more",
            },
        };
        if (remedy.MaxTokens is { } answer)
        {
            ways.Add($"set max_tokens to {answer:N0} or less");
        }

        if (remedy is { Model: { } model, ModelNeeds: { } needs })
        {
            ways.Add($"ask {model}, which needs {Dollars(needs)}");
        }

        var hopeless = refusal.Metric != RefusedMetric.Calls && remedy.MaxTokens is null ? $"; no answer of {refusal.Bound.Model} fits, however short" : "";
        return $"{string.Join(", or ", ways)}{hopeless}.";
    }

    // The name, and from where to where the account is paid from.
    private static string Place(string account) => account switch
    {
        "run" => "the run",
        "day" or "month" => $"the {account} (UTC, all runs of the project)",
        _ => $"{Name(account)} ({account.Replace("/", " ▸ ", StringComparison.Ordinal)})",
    };

    private static string Need(Refusal refusal)
    {
        var bound = refusal.Bound;
        var output = OutputTokens(refusal);
        return refusal.Metric switch
        {
            RefusedMetric.Calls => "one more call",
            RefusedMetric.Tokens => $"at least {Count(refusal.Needed)}: {bound.InputTokens:N0} for the request and {output:N0} for the answer",
            _ => $"at least {Dollars(refusal.Needed)}: {bound.InputTokens:N0} input tokens at {Dollars(bound.InputRate)} "
                + $"and {output:N0} output tokens at {Dollars(bound.OutputRate)} per million"
                + (bound.Fee > 0 ? $", and {Dollars(bound.Fee)} for the request itself" : ""),
        };
    }

    // The least that a call needs is that of its shortest answer, unless its output limit must not be lowered.
    private static int OutputTokens(Refusal refusal)
    {
        var bound = refusal.Bound;
        var shortest = refusal.Metric == RefusedMetric.Tokens
            ? bound.InputTokens + bound.MinOutputTokens
            : bound.CostWith(bound.MinOutputTokens).Usd;
        return refusal.Needed <= shortest ? bound.MinOutputTokens : bound.MaxOutputTokens;
    }

    private static string Amount(Refusal refusal, decimal value) => refusal.Metric switch
    {
        RefusedMetric.Calls => $"{value:N0} {(value == 1 ? "call" : "calls")}",
        RefusedMetric.Tokens => Count(value),
        _ => Dollars(value),
    };

    private static string CapOf(Refusal refusal) => refusal.Metric switch
    {
        RefusedMetric.Calls => $"{refusal.Limit:N0}-call",
        RefusedMetric.Tokens => $"{refusal.Limit:N0}-token",
        _ => Dollars(refusal.Limit),
    };

    private static string Count(decimal tokens) => $"{tokens:N0} {(tokens == 1 ? "token" : "tokens")}";

    private static string Dollars(decimal usd) => "$" + usd.ToString("#,0.00######", CultureInfo.InvariantCulture);
}
