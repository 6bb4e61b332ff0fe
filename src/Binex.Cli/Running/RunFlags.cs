using System.Globalization;
using Binex.Cli.Commands;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Running;

/// <summary>The options that <c>run</c> and <c>resume</c> share.</summary>
internal sealed class RunFlags
{
    private readonly CommandOption _budget;
    private readonly CommandOption _forceBudget;
    private readonly CommandOption _concurrency;
    private readonly CommandOption _failFast;
    private readonly CommandOption _answers;
    private readonly CommandOption _approve;
    private readonly CommandOption _reject;
    private readonly CommandOption _approveAll;

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
        Reports = Repeated(command, "--report <FILE>", "FILE", "write a report; its suffix says which: .html .json .md .xml (JUnit) .txt; may be repeated");
        Quiet = command.Option("-q|--quiet", "show no progress on stderr", CommandOptionType.NoValue);
        Store = command.Store();
    }

    public CommandOption Vars { get; }

    public CommandOption VarFile { get; }

    public CommandOption Reports { get; }

    public CommandOption Quiet { get; }

    public CommandOption Store { get; }

    /// <summary>The options as given, on top of those that the run began with.</summary>
    /// <param name="before">The options that hold where none is given.</param>
    /// <param name="problem">What is wrong with an option.</param>
    public RunOptions? Read(RunOptions before, out string? problem)
    {
        problem = null;
        var budget = before.Budget;
        if (_budget.Value() is { } amount)
        {
            if (!decimal.TryParse(amount.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars))
            {
                problem = $"--budget takes dollars, such as 0.50, and not '{amount}'";
                return null;
            }

            budget = dollars;
        }

        var concurrency = before.Concurrency;
        if (_concurrency.Value() is { } limit)
        {
            if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var nodes) || nodes < 1)
            {
                problem = $"--concurrency takes a number from 1, and not '{limit}'";
                return null;
            }

            concurrency = nodes;
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

        return before with
        {
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

    // The parser's templates have no place for the '=' in NAME=VALUE.
    private static CommandOption Repeated(CommandLineApplication command, string template, string value, string description)
    {
        var option = command.Option(template, description, CommandOptionType.MultipleValue);
        option.ValueName = value;
        return option;
    }
}
