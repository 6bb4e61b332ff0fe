using System.Globalization;
using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Runs;
using Binex.Validation.Building;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Planning;

/// <summary>The options of gates: they go before those of the workflow.</summary>
internal sealed class GateFlags
{
    private readonly CommandOption _maxCost;
    private readonly CommandOption _maxIncrease;
    private readonly CommandOption _maxDuration;
    private readonly CommandOption? _on;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="ofPlan">Whether it looks at a plan, of which there is a worst case and an expectation.</param>
    public GateFlags(CommandLineApplication command, bool ofPlan)
    {
        _maxCost = command.Option("--max-cost <USD>", "gate: exit with 4 when it costs more", CommandOptionType.SingleValue);
        _maxIncrease = command.Option("--max-increase <GROWTH>", "gate: exit with 4 when the cost grows by more: dollars such as 0.05, or a share such as 10%", CommandOptionType.SingleValue);
        _maxDuration = command.Option("--max-duration <TIME>", "gate: exit with 4 when it takes longer: such as 90s or 5m", CommandOptionType.SingleValue);
        _on = ofPlan ? command.Option("--gate-on <FIGURE>", "which cost gates look at: max, or expected; default: max", CommandOptionType.SingleValue) : null;
    }

    /// <summary>Which figure gates look at.</summary>
    public GateBasis On => _on?.Value() == "expected" ? GateBasis.Expected : GateBasis.Max;

    /// <summary>The gates of the command line on top of others; null with a problem.</summary>
    public GateLimits? Read(GateLimits others, out CliProblem? problem)
    {
        problem = _on?.Value() is not (null or "max" or "expected") ? Wrong($"--gate-on takes max or expected, and not '{_on.Value()}'") : null;
        var limits = others;
        if (_maxCost.Value() is { } cost)
        {
            problem ??= Dollars(cost) is null ? Wrong($"--max-cost takes dollars, such as 0.50, and not '{cost}'") : null;
            limits = limits with { MaxCost = Dollars(cost) };
        }

        if (_maxIncrease.Value() is { } increase)
        {
            var share = increase.EndsWith('%') ? Dollars(increase[..^1].TrimEnd())?.Usd / 100 : null;
            var amount = increase.EndsWith('%') ? null : Dollars(increase);
            problem ??= share is null && amount is null ? Wrong($"--max-increase takes dollars, such as 0.05, or a share, such as 10%, and not '{increase}'") : null;
            limits = limits with { MaxIncrease = amount, MaxIncreaseShare = share };
        }

        if (_maxDuration.Value() is { } duration)
        {
            problem ??= Durations.Parse(duration) is null ? Wrong($"--max-duration takes a time, such as 90s or 5m, and not '{duration}'") : null;
            limits = limits with { MaxDuration = Durations.Parse(duration) };
        }

        return problem is null ? limits : null;
    }

    private static Money? Dollars(string text) =>
        decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars <= 1_000_000_000
            ? new Money(dollars)
            : null;

    private static CliProblem Wrong(string message) => new(ExitCodes.NothingRun, message);
}
