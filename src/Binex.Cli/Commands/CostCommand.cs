using Binex.Cli.Costs;
using Binex.Cli.Output;
using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Cli.Running;
using Binex.Reports.Tables;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>cost show</c>, <c>cost history</c>, <c>cost forecast</c> and <c>cost simulate</c>.</summary>
internal sealed class CostCommand : ICommand
{
    private const int DefaultDays = 30;

    public string Name => "cost";

    public string Summary => "show what runs cost, what they will, and what they would at other prices";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        Show(command, context, "workflow");
        Add(command, "show", "show what runs cost, by workflow, node, model or day", child => Show(child, context, "workflow"));
        Add(command, "history", "show what each day cost", child => Show(child, context, "day"));
        Add(command, "forecast", "show what the month will cost if runs go on as they did", child => Forecast(child, context));
        Add(command, "simulate", "show what recorded runs would have cost at other prices", child => Simulate(child, context));
    }

    private static void Add(CommandLineApplication command, string name, string summary, Action<CommandLineApplication> configure) => command.Command(name, child =>
    {
        child.HelpTextGenerator = HelpText.Instance;
        child.Description = summary;
        configure(child);
    });

    // 'cost' alone is 'cost show'.
    private static void Show(CommandLineApplication command, CliContext context, string by)
    {
        var flags = new CostFlags(command, by);
        command.ExecutesInProject(context, flags.Format, (printer, project) =>
        {
            if (flags.Read(context, project, out var problem) is not { } calls)
            {
                return Task.FromResult(printer.Fail(problem!));
            }

            new CostOutput(context, printer).Print(flags.By, CostGrouping.By(calls, flags.By), CostGrouping.Total(calls));
            return Task.FromResult(ExitCodes.Success);
        }, OutputFormat.Markdown, OutputFormat.Csv);
    }

    private static void Simulate(CommandLineApplication command, CliContext context)
    {
        var file = command.Option("--prices <FILE>", "a list of prices as of prices update or prices import: a file, or a URL that begins with https://", CommandOptionType.SingleValue)
            .IsRequired(false, "say which prices: --prices FILE");
        var flags = new CostFlags(command, "model");
        command.ExecutesInProject(context, flags.Format, async (printer, project) =>
        {
            var (taken, problem) = await PriceLists.ReadAsync(context, file.Value()!);
            if (taken is null || flags.Read(context, project, out problem) is not { } calls)
            {
                return printer.Fail(problem!);
            }

            var prices = taken.List.Models.ToDictionary(price => price.Model, StringComparer.OrdinalIgnoreCase);
            var repricing = new Repricing(new RunModels(context, project.Configuration, project.StorePath()).Prices, prices);
            var rows = CostGrouping.By(calls, flags.By, repricing.CostOf);
            var total = CostGrouping.Total(calls, repricing.CostOf);
            var kept = calls.Count(call => !repricing.Applies(call));
            new CostOutput(context, printer).Print(
                flags.By, rows, total, kept == 0 ? null : $"{kept} of {calls.Count} calls keep what they cost: their model is not in {file.Value()}, or nobody counted their tokens");
            return ExitCodes.Success;
        }, OutputFormat.Markdown, OutputFormat.Csv);
    }

    private static void Forecast(CommandLineApplication command, CliContext context)
    {
        var flags = new CostFlags(command, null);
        command.ExecutesInProject(context, flags.Format, (printer, project) =>
        {
            if (flags.Read(context, project, out var problem) is not { } calls)
            {
                return Task.FromResult(printer.Fail(problem!));
            }

            PrintForecast(context, printer, CostForecast.Of(calls, context.Time.GetUtcNow(), DefaultDays));
            return Task.FromResult(ExitCodes.Success);
        }, OutputFormat.Markdown, OutputFormat.Csv);
    }

    private static void PrintForecast(CliContext context, Printer printer, CostForecast forecast)
    {
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteString("currency", "USD");
                writer.WriteNumber("days", forecast.Days);
                writer.WriteString("perDay", forecast.PerDay.ToExactString());
                writer.WriteString("thisMonth", forecast.ThisMonth.ToExactString());
                writer.WriteString("endOfMonth", forecast.EndOfMonth.ToExactString());
                writer.WriteString("next30Days", forecast.Next30Days.ToExactString());
                writer.WriteEndObject();
            });
            return;
        }

        var isExact = printer.Format == OutputFormat.Csv;
        new CostOutput(context, printer).Print(new Table([new("what"), new(isExact ? "cost_usd" : "cost", true)],
        [
            [$"a day, over {forecast.Days} day{(forecast.Days == 1 ? "" : "s")}", Usd(forecast.PerDay)],
            ["this month so far", Usd(forecast.ThisMonth)],
            ["this month, to its end", Usd(forecast.EndOfMonth)],
            ["the next 30 days", Usd(forecast.Next30Days)],
        ]));

        string Usd(Money money) => isExact ? money.ToExactString() : money.ToString();
    }
}
