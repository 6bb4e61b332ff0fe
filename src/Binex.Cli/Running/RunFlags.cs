using System.Globalization;
using Binex.Cli.Commands;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Running;

/// <summary>The options that <c>run</c> and <c>resume</c> share.</summary>
internal sealed class RunFlags
{
    private readonly CommandOption _budget;
    private readonly CommandOption _concurrency;
    private readonly CommandOption _failFast;
    private readonly CommandOption _answers;
    private readonly CommandOption _approve;
    private readonly CommandOption _reject;
    private readonly CommandOption _approveAll;

    public RunFlags(CommandLineApplication command)
    {
        Vars = command.Option("--var <VAR>", "NAME=VALUE of a variable, ${user.NAME}; may be repeated", CommandOptionType.MultipleValue);
        VarFile = command.Option("--var-file <FILE>", "a JSON object of variables; --var goes before it", CommandOptionType.SingleValue);
        _budget = command.Option("-b|--budget <USD>", "the most that the run may spend, in dollars", CommandOptionType.SingleValue);
        _concurrency = command.Option("--concurrency <N>", "nodes at once", CommandOptionType.SingleValue);
        _failFast = command.Option("--fail-fast", "cancel what is running when a node fails", CommandOptionType.NoValue);
        _answers = command.Option("--answer <ANSWER>", "NODE=TEXT for a human://input node; may be repeated", CommandOptionType.MultipleValue);
        _approve = command.Option("--approve <NODE>", "approve at a human://approve node; may be repeated", CommandOptionType.MultipleValue);
        _reject = command.Option("--reject <NODE>", "reject at a human://approve node; may be repeated", CommandOptionType.MultipleValue);
        _approveAll = command.Option("--approve-all", "approve at every human://approve node", CommandOptionType.NoValue);
        Reports = command.Option("--report <FILE>", "write a report; the suffix says which: .html .json .md .xml .txt; may be repeated", CommandOptionType.MultipleValue);
        Quiet = command.Option("-q|--quiet", "no progress on stderr", CommandOptionType.NoValue);
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
            Concurrency = concurrency,
            FailFast = before.FailFast || _failFast.HasValue(),
            Answers = answers,
            Approved = [.. before.Approved, .. _approve.Values!],
            Rejected = [.. before.Rejected, .. _reject.Values!],
            ApproveAll = before.ApproveAll || _approveAll.HasValue(),
        };
    }
}
