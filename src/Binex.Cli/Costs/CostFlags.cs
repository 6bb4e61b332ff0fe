using System.Globalization;
using Binex.Cli.Commands;
using Binex.Cli.Projects;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Store.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Costs;

/// <summary>The options that the <c>cost</c> commands share.</summary>
internal sealed class CostFlags
{
    private readonly CommandOption? _by;
    private readonly CommandOption _since;
    private readonly CommandOption _simulated;
    private readonly CommandOption _store;

    public CostFlags(CommandLineApplication command, string? standard)
    {
        _by = standard is null ? null : command.Option("--by <WHAT>", $"{string.Join(", ", CostGrouping.Keys)}; default: {standard}", CommandOptionType.SingleValue);
        By = standard ?? "";
        _since = command.Option("--since <TIME>", "only what was paid since: a day such as 2026-01-31, or so long ago, such as 7d or 12h", CommandOptionType.SingleValue);
        _simulated = command.Option("--simulated", "count simulated runs too, by what they would have cost", CommandOptionType.NoValue);
        _store = command.Store();
        Format = command.Format("md or csv");
    }

    public CommandOption Format { get; }

    /// <summary>What is grouped by.</summary>
    public string By { get; private set; }

    /// <summary>The calls that were paid; null with a problem.</summary>
    public List<PaidCall>? Read(CliContext context, Project project, out CliProblem? problem)
    {
        By = _by?.Value() ?? By;
        if (_by is not null && !CostGrouping.Keys.Contains(By))
        {
            problem = new CliProblem(
                ExitCodes.NothingRun, $"--by takes {string.Join(", ", CostGrouping.Keys)}, and not '{By}'", Spelling.Hint(By, CostGrouping.Keys));
            return null;
        }

        var since = DateTimeOffset.MinValue;
        if (_since.Value() is { } text && !TrySince(text, context.Time.GetUtcNow(), out since))
        {
            problem = new CliProblem(ExitCodes.NothingRun, $"--since takes a day such as 2026-01-31, or so long ago, such as 7d or 12h, and not '{text}'");
            return null;
        }

        problem = null;
        var store = new RunStore(project.StorePath(_store));
        return
        [
            .. store.Enumerate()
                .Where(run => run.StartedAt is not null && (!run.Simulated || _simulated.HasValue()))
                .Where(run => run.StartedAt + (run.Duration ?? TimeSpan.Zero) >= since)
                .SelectMany(run => store.Charges(run.Id).Where(charge => charge.At >= since).Select(charge => new PaidCall(run, charge))),
        ];
    }

    private static bool TrySince(string text, DateTimeOffset now, out DateTimeOffset since)
    {
        since = default;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
        {
            return true;
        }

        var hours = text switch { [.., 'd'] => 24, [.., 'h'] => 1, _ => 0 };
        if (hours == 0 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
        {
            return false;
        }

        since = now - TimeSpan.FromHours((double)hours * count);
        return true;
    }
}
