using Binex.Core.Diagnostics;
using Binex.Core.Runs;
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
        command.Executes(context, format, printer =>
        {
            var known = DiagnosticCatalog.All;
            var asked = code.Value?.ToUpperInvariant();
            var shown = asked is null ? known : [.. known.Where(descriptor => descriptor.Code == asked)];
            if (shown.Count == 0)
            {
                return Task.FromResult(printer.Fail(new CliProblem(
                    ExitCodes.NothingRun,
                    $"there is no diagnostic '{code.Value}'",
                    Spelling.Hint(asked!, known.Select(descriptor => descriptor.Code)) ?? "'dotnet binex explain' lists them all")));
            }

            if (printer.IsJson)
            {
                printer.PrintJson(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("schemaVersion", 1);
                    writer.WriteStartArray("diagnostics");
                    foreach (var descriptor in shown)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("code", descriptor.Code);
                        writer.WriteString("severity", descriptor.Severity.ToString().ToLowerInvariant());
                        writer.WriteString("title", descriptor.Title);
                        writer.WriteString("explanation", descriptor.Explanation);
                        writer.WriteString("help", descriptor.HelpLink);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
            }
            else if (asked is null)
            {
                foreach (var descriptor in shown)
                {
                    context.Console.Out.WriteLine($"{descriptor.Code}  {descriptor.Severity.ToString().ToLowerInvariant(),-7}  {descriptor.Title}");
                }
            }
            else
            {
                context.Console.Out.WriteLine(
                    $"{shown[0].Code} ({shown[0].Severity.ToString().ToLowerInvariant()}): {shown[0].Title}\n\n{shown[0].Explanation}\n\nMore: {shown[0].HelpLink}");
            }

            return Task.FromResult(ExitCodes.Success);
        });
    }
}
