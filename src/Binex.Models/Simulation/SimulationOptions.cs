using System.Globalization;
using Binex.Core.Diagnostics;

namespace Binex.Models.Simulation;

/// <summary>How simulated models behave; what <c>--simulate</c> is followed by.</summary>
public sealed record SimulationOptions
{
    private static readonly string[] Keys = ["latency", "rate-limit", "error", "network", "retry-after", "seed", "output-tokens"];

    /// <summary>How long every call takes (<c>latency=200ms</c>); at once by default.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Share of calls that are answered with status 429 (<c>rate-limit=0.1</c>), from 0 to 1.</summary>
    public double RateLimit { get; init; }

    /// <summary>Share of calls that are answered with status 500 (<c>error=0.05</c>), from 0 to 1.</summary>
    public double Error { get; init; }

    /// <summary>Share of calls whose connection breaks after they were sent (<c>network=0.01</c>), from 0 to 1.</summary>
    public double Network { get; init; }

    /// <summary>How long a rate limit asks to wait (<c>retry-after=2s</c>); one second by default.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Another seed gives other answers and other faults (<c>seed=7</c>); 0 by default.</summary>
    public long Seed { get; init; }

    /// <summary>About how many tokens an answer in text has (<c>output-tokens=500</c>); null for 60 to 200 words.</summary>
    public int? OutputTokens { get; init; }

    /// <summary>Reads the text after <c>--simulate</c>: <c>key=value</c>, separated by commas.</summary>
    /// <param name="text">The text; empty for all defaults.</param>
    /// <param name="options">What was read; the defaults when it cannot be read.</param>
    /// <param name="problem">What is wrong and what to write instead; null when nothing is.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(string? text, out SimulationOptions options, out string? problem)
    {
        options = new SimulationOptions();
        problem = null;
        var read = options;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = (equals < 0 ? part : part[..equals]).TrimEnd().ToLowerInvariant();
            var value = equals < 0 ? "" : part[(equals + 1)..].TrimStart();
            problem = Set(ref read, key, value);
            if (problem is not null)
            {
                return false;
            }
        }

        if (read.RateLimit + read.Error + read.Network > 1)
        {
            problem = "the shares rate-limit, error and network are more than 1 together; a call ends in one way only";
            return false;
        }

        options = read;
        return true;
    }

    private static string? Set(ref SimulationOptions options, string key, string value)
    {
        switch (key)
        {
            case "latency" when Duration(value) is { } latency:
                options = options with { Latency = latency };
                return null;
            case "retry-after" when Duration(value) is { } retryAfter:
                options = options with { RetryAfter = retryAfter };
                return null;
            case "rate-limit" when Share(value) is { } rateLimit:
                options = options with { RateLimit = rateLimit };
                return null;
            case "error" when Share(value) is { } error:
                options = options with { Error = error };
                return null;
            case "network" when Share(value) is { } network:
                options = options with { Network = network };
                return null;
            case "seed" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed):
                options = options with { Seed = seed };
                return null;
            case "output-tokens" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens > 0:
                options = options with { OutputTokens = tokens };
                return null;
            default:
                return Problem(key, value);
        }
    }

    private static string Problem(string key, string value)
    {
        var expected = key switch
        {
            "latency" or "retry-after" => "a time of at most an hour, such as 200ms, 2s or 1m",
            "rate-limit" or "error" or "network" => "a share from 0 to 1, such as 0.1",
            "seed" => "a whole number",
            "output-tokens" => "a whole number above 0",
            _ => null,
        };
        if (expected is not null)
        {
            return value.Length == 0 ? $"'{key}' has no value; it takes {expected}" : $"'{key}={value}': {key} takes {expected}";
        }

        var hint = Spelling.Hint(key, Keys);
        return $"'{key}' is no setting of the simulator" + (hint is null ? $"; there are {string.Join(", ", Keys)}" : $"; {hint}");
    }

    private static double? Share(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;

    private static TimeSpan? Duration(string value)
    {
        var unit = value.TrimStart([.. "0123456789."]);
        var milliseconds = unit switch { "ms" => 1d, "s" => 1_000d, "m" => 60_000d, _ => 0d };
        return milliseconds > 0
            && double.TryParse(value[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * milliseconds <= 3_600_000
            ? TimeSpan.FromMilliseconds(number * milliseconds)
            : null;
    }
}
