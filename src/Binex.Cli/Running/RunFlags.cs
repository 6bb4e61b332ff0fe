using System.Globalization;
using Binex.Cli.Commands;
using Binex.Cli.Telemetry;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Running;

/// <summary>The options that <c>run</c> and <c>resume</c> share.</summary>
internal sealed class RunFlags
{
    /// <summary>The environment variable for <c>--budget</c>.</summary>
    public const string BudgetVariable = "BINEX_BUDGET";

    /// <summary>The environment variable for <c>--concurrency</c>.</summary>
    public const string ConcurrencyVariable = "BINEX_CONCURRENCY";

    private readonly CommandOption _budget;
    private readonly CommandOption _forceBudget;
    private readonly CommandOption _concurrency;
    private readonly CommandOption _failFast;
    private readonly CommandOption _answers;
    private readonly CommandOption _approve;
    private readonly CommandOption _reject;
    private readonly CommandOption _approveAll;
    private readonly CommandOption _record;
    private readonly CommandOption _replay;
    private readonly CommandOption _allowMiss;
    private readonly CommandOption _otlp;
    private readonly CommandOption _otlpContent;

    public RunFlags(CommandLineApplication command)
    {
        Vars = Repeated(command, "--var <VAR>", "NAME=VALUE", "value of the variable ${user.NAME}; may be repeated");
        VarFile = command.Option("--var-file <FILE>", "a JSON object of variables; --var goes before it", CommandOptionType.SingleValue);
        _budget = command.Option("-b|--budget <USD>", "the most that the run may spend in dollars, such as 0.50; goes before the workflow's own budget", CommandOptionType.SingleValue);
        _forceBudget = command.Option("--force-budget", "let --budget be more than the project's cap for a run", CommandOptionType.NoValue);
        _concurrency = command.Option("--concurrency <N>", "how many nodes may run at once", CommandOptionType.SingleValue);
        _failFast = command.Option("--fail-fast", "cancel what is running when a node fails", CommandOptionType.NoValue);
        _answers = Repeated(command, "--answer <ANSWER>", "NODE=TEXT", "what a person answers at a human://input node, or says at a human://approve node; may be repeated");
        _approve = Repeated(command, "--approve <NODE>", "NODE", "approve at a human://approve node; may be repeated");
        _reject = Repeated(command, "--reject <NODE>", "NODE", "reject at a human://approve node; may be repeated");
        _approveAll = command.Option("--approve-all", "approve at every human://approve node", CommandOptionType.NoValue);
        _record = command.Option("--record <DIR>", "keep every answer of a model in this folder, a file each", CommandOptionType.SingleValue);
        _replay = command.Option("--replay <DIR>", "answer from a folder that --record made: no network, no key, no cost; what is not there fails", CommandOptionType.SingleValue);
        _allowMiss = command.Option("--allow-miss", "with --replay: ask, and pay, what is not there", CommandOptionType.NoValue);
        Reports = Repeated(command, "--report <FILE>", "FILE", "write a report; its suffix says which: .html .json .md .xml (JUnit) .txt; may be repeated");
        _otlp = command.Option("--otlp <URL>", "send spans and metrics to this OpenTelemetry collector, such as http://localhost:4318", CommandOptionType.SingleValue);
        _otlpContent = command.Option("--otlp-content", "send prompts and answers with the spans", CommandOptionType.NoValue);
        Quiet = command.Option("-q|--quiet", "show no progress on stderr", CommandOptionType.NoValue);
        Store = command.Store();
    }

    public CommandOption Vars { get; }

    public CommandOption VarFile { get; }

    public CommandOption Reports { get; }

    public CommandOption Quiet { get; }

    public CommandOption Store { get; }

    /// <summary>Where spans and metrics go; null for nowhere, or with a problem.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="problem">What is wrong with an option.</param>
    public TelemetryOptions? Telemetry(Func<string, string?> environment, out CliProblem? problem) =>
        TelemetryOptions.Read(_otlp.Value(), _otlpContent.HasValue(), environment, out problem);

    /// <summary>The options as given, on top of those that the run began with.</summary>
    /// <param name="before">The options that hold where none is given.</param>
    /// <param name="environment">Reads an environment variable; <c>BINEX_BUDGET</c> and <c>BINEX_CONCURRENCY</c> hold where no option does.</param>
    /// <param name="fullPath">A path as the user means it.</param>
    /// <param name="problem">What is wrong with an option.</param>
    public RunOptions? Read(RunOptions before, Func<string, string?> environment, Func<string, string> fullPath, out string? problem)
    {
        problem = null;
        var budget = before.Budget;
        if (Given(_budget, budget is null ? environment : null, BudgetVariable) is var (amount, budgetOption)
            && !TryDollars(amount, out budget))
        {
            problem = $"{budgetOption} takes dollars, such as 0.50, and not '{amount}'";
            return null;
        }

        var concurrency = before.Concurrency;
        if (Given(_concurrency, concurrency is null ? environment : null, ConcurrencyVariable) is var (limit, concurrencyOption)
            && !TryNodes(limit, out concurrency))
        {
            problem = $"{concurrencyOption} takes a number from 1, and not '{limit}'";
            return null;
        }

        var answers = new Dictionary<string, string>(before.Answers, StringComparer.OrdinalIgnoreCase);
        foreach (var answer in _answers.Values)
        {
            if (answer!.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var split))
            {
                problem = $"--answer takes NODE=TEXT, and not '{answer}'";
                return null;
            }

            answers[answer[..split]] = answer[(split + 1)..];
        }

        var replay = _replay.Value() is { } played ? fullPath(played) : before.Replay;
        if (_allowMiss.HasValue() && replay is null)
        {
            problem = "--allow-miss says what becomes of calls that --replay DIR has no answer for; give both";
            return null;
        }

        return before with
        {
            Record = _record.Value() is { } recorded ? fullPath(recorded) : before.Record,
            Replay = replay,
            AllowMiss = before.AllowMiss || _allowMiss.HasValue(),
            Budget = budget,
            ForceBudget = before.ForceBudget || _forceBudget.HasValue(),
            Concurrency = concurrency,
            FailFast = before.FailFast || _failFast.HasValue(),
            Answers = answers,
            Approved = [.. before.Approved, .. _approve.Values!],
            Rejected = [.. before.Rejected, .. _reject.Values!],
            ApproveAll = before.ApproveAll || _approveAll.HasValue(),
        };
    }

    // What an option says, else what the environment says, with the name under which it was said.
    private static (string Value, string Name)? Given(CommandOption option, Func<string, string?>? environment, string variable) =>
        option.Value() is { } value ? (value, $"--{option.LongName}")
        : environment?.Invoke(variable) is { Length: > 0 } set ? (set, variable)
        : null;

    private static bool TryDollars(string text, out decimal? dollars)
    {
        dollars = decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
        return dollars is not null;
    }

    private static bool TryNodes(string text, out int? nodes)
    {
        nodes = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : null;
        return nodes is not null;
    }

    // The parser's templates have no place for the '=' in NAME=VALUE.
    private static CommandOption Repeated(CommandLineApplication command, string template, string value, string description)
    {
        var option = command.Option(template, description, CommandOptionType.MultipleValue);
        option.ValueName = value;
        return option;
    }
}
