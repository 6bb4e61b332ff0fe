using System.Globalization;
using Binex.Cli.Output;
using Binex.Cli.Running;
using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Models.Prices;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>prices</c>: what models cost, and newer lists of that.</summary>
internal sealed class PricesCommand : ICommand
{
    public string Name => "prices";

    public string Summary => "list prices of models, and take newer ones";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        ConfigureList(command, context);
        Sub(command, "list", "list the prices of models", list => ConfigureList(list, context));
        Sub(command, "show", "show one model's price, where it comes from and how old it is", show =>
        {
            var model = show.Argument("MODEL", "the model, as in llm://MODEL").IsRequired(false, "name the model, as in llm://MODEL");
            Executes(show, context, (printer, file, own) => Task.FromResult(Show(context, printer, file.Open(own), own, model.Value!)));
        });
        Sub(command, "diff", "say what update would change", diff =>
        {
            var source = diff.Argument("SOURCE", "a file, or a URL that begins with https://").IsRequired(false, "name a file or URL");
            Executes(diff, context, async (printer, file) => await PriceLists.ReadAsync(context, source.Value!) is (var taken, var problem) && taken is null
                ? printer.Fail(problem!)
                : new PriceDiffView(context, printer).Print(file.Open(), PriceFile.BookOf(file.With(taken!.List, taken.Bytes, taken.From, Today(context))), taken.List));
        });
        Sub(command, "update", "take a newer list of prices, in the form of LiteLLM or models.dev", update =>
        {
            var source = update.Argument("SOURCE", "a file, or a URL that begins with https://; default: the one that was taken last");
            var asOf = update.Option("--as-of <DATE>", "the date of the list, such as 2026-11-24; default: today", CommandOptionType.SingleValue);
            Executes(update, context, (printer, file) => UpdateAsync(context, printer, file, source.Value, asOf.Value()));
        });
        Sub(command, "import", "lay prices of your own over the list", import =>
        {
            var source = import.Argument("FILE", "a JSON file such as {\"my-gateway/large\": {\"input\": 1.10, \"output\": 4.40}}").IsRequired(false, "name the file");
            Executes(import, context, (printer, file) => TakeAsync(context, printer, file, source.Value!, null));
        });
    }

    // 'prices' alone is 'prices list'.
    private static void ConfigureList(CommandLineApplication command, CliContext context)
    {
        var match = command.Option("-m|--match <TEXT>", "only models whose name has the text in it", CommandOptionType.SingleValue);
        Executes(command, context, (printer, file, own) => Task.FromResult(new PriceListView(context, printer).Print(file.Open(own), match.Value() ?? "")));
    }

    private static void Sub(CommandLineApplication command, string name, string description, Action<CommandLineApplication> configure) => command.Command(name, child =>
    {
        child.HelpTextGenerator = HelpText.Instance;
        child.Description = description;
        configure(child);
    });

    private static void Executes(CommandLineApplication command, CliContext context, Func<Printer, PriceFile, Task<int>> execute) =>
        Executes(command, context, (printer, file, _) => execute(printer, file));

    // What models cost is told with the project's own prices; lists are compared and taken without them.
    private static void Executes(
        CommandLineApplication command, CliContext context, Func<Printer, PriceFile, IReadOnlyDictionary<string, ModelPrice>, Task<int>> execute)
    {
        var store = command.Store();
        var format = command.Format();
        command.ExecutesInProject(context, format, (printer, project) => execute(
            printer, new PriceFile(Path.Join(project.StorePath(store), PriceFile.Name)), project.Configuration.Prices));
    }

    private static int Show(CliContext context, Printer printer, PriceBook book, IReadOnlyDictionary<string, ModelPrice> own, string model)
    {
        var name = model.StartsWith("llm://", StringComparison.Ordinal) ? model["llm://".Length..] : model;
        return book.Find(name) is { } price
            ? new PriceListView(context, printer).Show(book, price, own.ContainsKey(price.Model))
            : printer.Fail(new CliProblem(
                ExitCodes.NothingRun, $"the model '{name}' has no price", Spelling.Hint(name, book.Models) ?? "dotnet binex prices import FILE gives it one, and so does 'prices' in binex.yaml"));
    }

    private static Task<int> UpdateAsync(CliContext context, Printer printer, PriceFile file, string? source, string? asOf)
    {
        var day = Today(context);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Task.FromResult(printer.Fail(new CliProblem(ExitCodes.NothingRun, $"--as-of takes a date such as 2026-11-24, and not '{asOf}'")));
        }

        var last = source ?? (file.Exists ? file.Open().Origin.From : "");
        return last.Length == 0
            ? Task.FromResult(printer.Fail(new CliProblem(
                ExitCodes.NothingRun, "no list was taken before, so there is none to take again", "name a file or URL: dotnet binex prices update SOURCE")))
            : TakeAsync(context, printer, file, last, day);
    }

    private static async Task<int> TakeAsync(CliContext context, Printer printer, PriceFile file, string source, DateOnly? asOf)
    {
        var (taken, problem) = await PriceLists.ReadAsync(context, source);
        if (taken is null)
        {
            return printer.Fail(problem!);
        }

        var before = file.Open();
        var table = file.With(taken.List, taken.Bytes, taken.From, asOf);
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        var temporary = $"{file.Path}.{Environment.ProcessId}.tmp";
        await File.WriteAllBytesAsync(temporary, table, context.Cancelled);
        File.Move(temporary, file.Path, overwrite: true);
        return new PriceDiffView(context, printer).Print(before, PriceFile.BookOf(table), taken.List, file.Path);
    }

    private static DateOnly Today(CliContext context) => DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
}
