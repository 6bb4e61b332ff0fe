using Binex.Cli.Commands;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Planning;

/// <summary>The argument and options of <c>plan</c>.</summary>
internal sealed class PlanFlags
{
    public PlanFlags(CommandLineApplication command)
    {
        Path = command.Argument("WORKFLOW", "the workflow's file: .yaml, .yml or .json").IsRequired(false, "name the workflow to plan");
        Vars = Repeated(command, "--var <VAR>", "NAME=VALUE", "value of the variable ${user.NAME}; may be repeated");
        VarFile = command.Option("--var-file <FILE>", "a JSON object of variables; --var goes before it", CommandOptionType.SingleValue);
        WhatIf = Repeated(command, "--what-if <CHANGE>", "NODE.SETTING=VALUE", "plan it with a change: NODE.model, NODE.max_tokens, NODE.max_attempts, NODE.max_iterations or defaults.max_tokens; may be repeated");
        Explain = command.Option("--explain", "show the arithmetic of every node and what it rests on", CommandOptionType.NoValue);
        Baseline = command.Option("--baseline <REF>", "what to compare with: a workflow, a plan, a report, a run or a git ref", CommandOptionType.SingleValue);
        Gates = new GateFlags(command, ofPlan: true);
        Out = command.Option("-o|--out <FILE>", "write it to a file instead of stdout", CommandOptionType.SingleValue);
        Depfile = command.Depfile();
        Store = command.Store();
        Format = command.Format("md, csv, or msbuild");
    }

    public CommandArgument Path { get; }

    public CommandOption Vars { get; }

    public CommandOption VarFile { get; }

    public CommandOption WhatIf { get; }

    public CommandOption Explain { get; }

    public CommandOption Baseline { get; }

    public GateFlags Gates { get; }

    public CommandOption Out { get; }

    public CommandOption Depfile { get; }

    public CommandOption Store { get; }

    public CommandOption Format { get; }

    // The parser's templates have no place for the '=' in NAME=VALUE.
    private static CommandOption Repeated(CommandLineApplication command, string template, string value, string description)
    {
        var option = command.Option(template, description, CommandOptionType.MultipleValue);
        option.ValueName = value;
        return option;
    }
}
