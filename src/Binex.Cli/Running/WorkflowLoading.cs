using Binex.Cli.Output;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Loads workflows that are about to run, and says why one cannot.</summary>
internal static class WorkflowLoading
{
    /// <summary>Whether a loaded workflow can run; if not, prints why.</summary>
    public static bool CanRun(LoadResult loaded, CliContext context, Printer printer)
    {
        var problem = Problem(loaded);
        if (problem is null)
        {
            return true;
        }

        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteStartObject("error");
                writer.WriteNumber("exitCode", problem.ExitCode);
                writer.WriteString("message", problem.Message);
                writer.WriteEndObject();
                writer.WritePropertyName("diagnostics");
                DiagnosticOutput.Json(loaded.Diagnostics, 1).GetProperty("diagnostics").WriteTo(writer);
                writer.WriteEndObject();
            });
        }
        else
        {
            DiagnosticOutput.Text(context.Console.Error, context.IsLively).Write(loaded.Diagnostics, loaded.Sources);
            printer.Fail(problem);
        }

        return false;
    }

    private static CliProblem? Problem(LoadResult loaded)
    {
        if (loaded.HasErrors || loaded.Workflow is null)
        {
            return new CliProblem(ExitCodes.NothingRun, "the workflow is not valid, so nothing was run");
        }

        return loaded.Unsupported.Count > 0
            ? new CliProblem(ExitCodes.NothingRun, "the workflow asks for what this version cannot do yet, so nothing was run")
            : null;
    }
}
