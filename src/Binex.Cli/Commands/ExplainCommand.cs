using System.Text.Json;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Validation.Rendering;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>explain BNXnnnn</c>.</summary>
internal sealed class ExplainCommand : ICommand
{
    public string Name => "explain";

    public string Summary => "explain a diagnostic code, such as BNX2001";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var code = command.Argument("CODE", "the code, such as BNX2001; without one, all codes are listed");
        var format = command.Format();
        command.Executes(context, format, printer => Task.FromResult(
            code.Value is null ? List(context, printer) : Explain(context, printer, code.Value)));
    }

    private static int List(CliContext context, Printer printer)
    {
        if (printer.IsJson)
        {
            PrintJson(printer, DiagnosticCatalog.All, hasSections: false);
            return ExitCodes.Success;
        }

        foreach (var kind in DiagnosticCatalog.All)
        {
            context.Console.Out.WriteLine($"{kind.Code}  {kind.Severity.ToString().ToLowerInvariant(),-7}  {kind.Title}");
        }

        return ExitCodes.Success;
    }

    private static int Explain(CliContext context, Printer printer, string code)
    {
        if (DiagnosticCatalog.Find(code) is not { } kind)
        {
            return printer.Fail(new CliProblem(
                ExitCodes.NothingRun,
                $"there is no diagnostic '{code}'",
                Spelling.Hint(code, DiagnosticCatalog.All.Select(known => known.Code)) ?? "'dotnet binex explain' lists them all"));
        }

        if (printer.IsJson)
        {
            PrintJson(printer, [kind], hasSections: true);
        }
        else
        {
            IDiagnosticColours colours = context.HasColours ? TerminalColours.Instance : NoColours.Instance;
            context.Console.Out.Write(PageView.Render(kind, PageOf(kind), context.Console.Width, colours));
        }

        return ExitCodes.Success;
    }

    private static void PrintJson(Printer printer, IReadOnlyList<DiagnosticDescriptor> kinds, bool hasSections) => printer.PrintJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteStartArray("diagnostics");
        foreach (var kind in kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("code", kind.Code);
            writer.WriteString("severity", kind.Severity.ToString().ToLowerInvariant());
            writer.WriteString("title", kind.Title);
            writer.WriteString("explanation", kind.Explanation);
            writer.WriteString("help", kind.HelpLink);
            if (hasSections)
            {
                WriteSections(writer, PageOf(kind));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteSections(Utf8JsonWriter writer, DiagnosticPage page)
    {
        writer.WriteStartArray("sections");
        foreach (var section in page.Sections)
        {
            writer.WriteStartObject();
            writer.WriteString("heading", section.Heading);
            writer.WriteString("markdown", section.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static DiagnosticPage PageOf(DiagnosticDescriptor kind) => DiagnosticPage.Parse(DiagnosticPages.TextOf(kind.Code));
}
