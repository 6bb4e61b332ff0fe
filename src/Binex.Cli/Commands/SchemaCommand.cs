using Binex.Cli.Editors;
using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Core.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>schema NAME</c> and <c>schema --install [FILE…]</c>.</summary>
internal sealed class SchemaCommand : ICommand
{
    public string Name => "schema";

    public string Summary => "print the JSON Schema of a file that Binex reads or writes, or set an editor up with it";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var names = command.Argument(
            "NAME", "workflow, report, …; without one, all are listed. With --install: workflows that get the comment by which editors find the schema", multipleValues: true);
        var install = command.Option(
            "--install", $"write the schemas to {EditorInstall.Folder} and the settings of VS Code to .vscode/settings.json; what is there stays", CommandOptionType.NoValue);
        var format = command.Format();
        command.Executes(context, format, printer => Task.FromResult((install.HasValue(), names.Values) switch
        {
            (true, var workflows) => Install(context, printer, [.. workflows.Select(workflow => workflow!)]),
            (false, []) => List(context, printer),
            (false, [{ } name]) => Print(context, printer, name),
            (false, _) => printer.Fail(new CliProblem(ExitCodes.NothingRun, "one schema is printed at a time", "name one, or set an editor up with --install")),
        }));
    }

    private static int List(CliContext context, Printer printer)
    {
        if (printer.IsJson)
        {
            printer.PrintJson($"{{\"schemaVersion\":1,\"schemas\":[{string.Join(",", PublishedSchemas.Names.Select(schema => $"\"{schema}\""))}]}}");
        }
        else
        {
            foreach (var name in PublishedSchemas.Names)
            {
                context.Console.Out.WriteLine(name);
            }
        }

        return ExitCodes.Success;
    }

    private static int Print(CliContext context, Printer printer, string name)
    {
        if (!PublishedSchemas.Names.Contains(name))
        {
            return printer.Fail(new CliProblem(
                ExitCodes.NothingRun,
                $"there is no schema '{name}'",
                Spelling.Hint(name, PublishedSchemas.Names) ?? $"there is: {string.Join(", ", PublishedSchemas.Names)}"));
        }

        context.Console.Out.Write(PublishedSchemas.Read(name));
        return ExitCodes.Success;
    }

    private static int Install(CliContext context, Printer printer, IReadOnlyList<string> workflows)
    {
        var editors = new EditorInstall(context, Project.Find(context));
        var files = editors.Prepare(workflows, out var problem);
        if (problem is not null)
        {
            return printer.Fail(problem);
        }

        editors.Write(files);
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteStartArray("files");
                foreach (var file in files)
                {
                    writer.WriteStartObject();
                    writer.WriteString("path", file.Path);
                    writer.WriteString("action", file.Action);
                    writer.WriteString("note", file.Note);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Success;
        }

        foreach (var file in files)
        {
            context.Console.Out.WriteLine(TerminalText.Sanitize($"{file.Action,-9}  {file.Path}{(file.Note is null ? "" : $": {file.Note}")}"));
        }

        return ExitCodes.Success;
    }
}
