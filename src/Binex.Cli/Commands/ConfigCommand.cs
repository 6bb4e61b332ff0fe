using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Validation;
using Binex.Validation.Configuration;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>config</c>.</summary>
internal sealed class ConfigCommand : ICommand
{
    public string Name => "config";

    public string Summary => "show every setting of the project and where it comes from";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var path = command.Argument("WORKFLOW", "show what holds for this workflow; without one, what holds for the project");
        var format = command.Format();
        command.ExtendedHelpText = """
            What holds is the first of: an option; the environment (BINEX_STORE, BINEX_BUDGET,
            BINEX_CONCURRENCY); the workflow; binex.yaml; the built-in default.
            binex.yaml is looked for from the working folder upwards, up to the root of the repository.
            """;
        command.ExecutesInProject(context, format, (printer, project) => Task.FromResult(Execute(context, printer, project, path.Value)));
    }

    private static int Execute(CliContext context, Printer printer, Project project, string? path)
    {
        IReadOnlyList<WrittenValue> workflow = [];
        if (path is not null)
        {
            var loaded = WorkflowLoader.Load(context.FullPath(path), path, new LoadOptions());
            if (loaded.Workflow is null)
            {
                return printer.Refuse(new CliProblem(ExitCodes.NothingRun, "the workflow is not valid"), loaded.Diagnostics, loaded.Sources);
            }

            workflow = WrittenValues.Of(loaded.Source!);
        }

        var settings = EffectiveSettings.Of(project, context.Environment, workflow);
        if (printer.IsJson)
        {
            PrintJson(printer, project, settings);
            return ExitCodes.Success;
        }

        context.Console.Out.WriteLine(project.Shown is { } shown ? $"configuration: {shown}\n" : $"configuration: no {ConfigurationFile.Name} in {context.WorkingFolder} or above\n");
        context.Console.Out.Write(TextTable.Of(
            ["setting", "value", "from"],
            settings.Select(setting => new[] { TerminalText.Sanitize(setting.Key), TerminalText.Sanitize(setting.Value), TerminalText.Sanitize(setting.Origin) })));
        return ExitCodes.Success;
    }

    private static void PrintJson(Printer printer, Project project, IReadOnlyList<Setting> settings) => printer.PrintJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("file", project.Shown);
        writer.WriteStartArray("settings");
        foreach (var setting in settings)
        {
            writer.WriteStartObject();
            writer.WriteString("key", setting.Key);
            writer.WriteString("value", setting.Value);
            writer.WriteStartObject("origin");
            writer.WriteString("kind", setting.Location is not null ? "file" : setting.Variable is not null ? "environment" : "default");
            if (setting.Location is { } location)
            {
                writer.WriteString("file", location.File);
                writer.WriteNumber("line", location.Range.Start.Line);
                writer.WriteNumber("column", location.Range.Start.Column);
            }
            else if (setting.Variable is { } variable)
            {
                writer.WriteString("variable", variable);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
