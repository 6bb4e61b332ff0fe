using System.Reflection;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>schema NAME</c>.</summary>
internal sealed class SchemaCommand : ICommand
{
    private const string Prefix = "schemas/";
    private const string Suffix = ".schema.json";

    public string Name => "schema";

    public string Summary => "print the JSON Schema of a file that Binex reads or writes";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var name = command.Argument("NAME", "workflow, report, …; without one, all are listed");
        var format = command.Format();
        command.Executes(context, format, printer =>
        {
            var assembly = Assembly.GetExecutingAssembly();
            var known = assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(resource => resource[Prefix.Length..^Suffix.Length])
                .Order()
                .ToList();
            if (name.Value is null && printer.IsJson)
            {
                printer.PrintJson($"{{\"schemaVersion\":1,\"schemas\":[{string.Join(",", known.Select(schema => $"\"{schema}\""))}]}}");
            }
            else if (name.Value is null)
            {
                known.ForEach(context.Console.Out.WriteLine);
            }
            else if (known.Contains(name.Value))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(Prefix + name.Value + Suffix)!);
                context.Console.Out.Write(reader.ReadToEnd());
            }
            else
            {
                return Task.FromResult(printer.Fail(new CliProblem(
                    ExitCodes.NothingRun,
                    $"there is no schema '{name.Value}'",
                    Spelling.Hint(name.Value, known) ?? $"there is: {string.Join(", ", known)}")));
            }

            return Task.FromResult(ExitCodes.Success);
        });
    }
}
