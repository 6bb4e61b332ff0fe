using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads retry policies.</summary>
internal static class RetryBuilder
{
    /// <summary>The policy that a map gives; the default of the kind of agent where it gives none.</summary>
    public static RetryPolicy Build(MappingNode? map, bool isModel, FindingList findings)
    {
        var standard = new RetryPolicy { MaxAttempts = isModel ? RetryPolicy.DefaultModelAttempts : 1 };
        if (map is null)
        {
            return standard;
        }

        var on = map["on"] is SequenceNode ? map.Texts("on").Select(kind => kind.Value).ToList() : null;
        return standard with
        {
            MaxAttempts = Attempts(map, findings) ?? standard.MaxAttempts,
            Backoff = map.Text("backoff")?.Value switch { "fixed" => BackoffKind.Fixed, "none" => BackoffKind.None, _ => BackoffKind.Exponential },
            Initial = map.Duration("initial", findings) ?? standard.Initial,
            Max = map.Duration("max", findings) ?? standard.Max,
            Jitter = map.Flag("jitter") ?? standard.Jitter,
            On = on is null ? standard.On : (FailureKind[])[.. on.Select(KindOf).OfType<FailureKind>().Distinct()],
            OnAny = on?.Contains("any") == true,
        };
    }

    private static int? Attempts(MappingNode map, FindingList findings)
    {
        if (map.Integer("max_attempts") is { } attempts)
        {
            if (map.Entry("max_retries") is { } second)
            {
                findings.Add(
                    DiagnosticCatalog.KeyWithoutEffect,
                    second.Key.Location,
                    "'max_retries' has no effect beside 'max_attempts'",
                    "keep one of the two");
            }

            return Math.Max(1, attempts);
        }

        if (map.Integer("max_retries") is not { } retries)
        {
            return null;
        }

        if (retries < 1)
        {
            findings.Add(
                DiagnosticCatalog.OddAttempts,
                map["max_retries"]!.Location,
                $"'max_retries' is the number of attempts in all, so {retries} leaves none; it counts as 1",
                "write 'max_attempts: 1' for a node that is never tried again");
        }

        return Math.Max(1, retries);
    }

    private static FailureKind? KindOf(string name) => name switch
    {
        "rate_limit" => FailureKind.RateLimit,
        "server" => FailureKind.Server,
        "network" => FailureKind.Network,
        "schema" => FailureKind.Schema,
        "timeout" => FailureKind.Timeout,
        "tool" => FailureKind.Tool,
        _ => null,
    };
}
