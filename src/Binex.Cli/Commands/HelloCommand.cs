using System.Reflection;
using Binex.Cli.Output;
using Binex.Cli.Running;
using Binex.Core.Configuration;
using Binex.Core.Runs;
using Binex.Store.Runs;
using Binex.Validation;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>hello</c>: a first run.</summary>
internal sealed class HelloCommand : ICommand
{
    private const string Resource = "hello.yaml";

    public string Name => "hello";

    public string Summary => "a first run; needs no key, no network and no file";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var store = command.Store();
        var format = command.Format();
        command.ExecutesInProject(context, format, (printer, project) => ExecuteAsync(context, printer, new RunStore(project.StorePath(store))));
    }

    private static async Task<int> ExecuteAsync(CliContext context, Printer printer, RunStore store)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        var text = await reader.ReadToEndAsync(context.Cancelled);
        var models = new RunModels(context, new ProjectConfiguration(), store.Root);
        var loaded = WorkflowLoader.LoadText(Resource, text, new LoadOptions { Prices = models.Prices });
        var options = new RunOptions { Simulate = "latency=400ms" };
        var chatModel = models.ChatModel(options.Simulate, out _)!;
        if (new RunPreparation(context, store, chatModel, new ProjectBudget(), models.Prices).New(loaded, Resource, options, [], null, out var problem) is not { } prepared)
        {
            return printer.Fail(problem!);
        }

        if (!printer.IsJson)
        {
            context.Console.Error.WriteLine("Three nodes, two of them models (simulated here), and a budget of one cent:\n");
            context.Console.Error.WriteLine(text);
        }

        var exitCode = await new RunLauncher(context, printer, store, models).RunAsync(prepared, chatModel, [], prepared.Workflow.Gates, quiet: false);
        if (!printer.IsJson && exitCode == ExitCodes.Success)
        {
            context.Console.Error.WriteLine("""

                What next:
                  dotnet binex report latest --out report.html    everything about this run in one file
                  dotnet binex runs list                          all runs so far
                  dotnet binex run FILE --simulate                your own workflow, without calling a model
                  dotnet binex run FILE                           the same with real models (set OPENAI_API_KEY, …)
                """);
        }

        return exitCode;
    }
}
