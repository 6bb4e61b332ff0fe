using Binex.Cli.Output;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Loads workflows that are about to run, and says why one cannot.</summary>
internal static class WorkflowLoading
{
    /// <summary>Whether a loaded workflow can run; if not, prints why.</summary>
    /// <param name="loaded">The workflow.</param>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="printer">Prints why.</param>
    /// <param name="done">What nothing was.</param>
    public static bool CanRun(LoadResult loaded, CliContext context, Printer printer, string done = "run")
    {
        var problem = Problem(loaded, done);
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

    /// <summary>Why a loaded workflow cannot be used; null when it can.</summary>
    public static CliProblem? Problem(LoadResult loaded, string done)
    {
        if (loaded.HasErrors || loaded.Workflow is null)
        {
            return new CliProblem(ExitCodes.NothingRun, $"the workflow is not valid, so nothing was {done}");
        }

        return loaded.Unsupported.Count > 0
            ? new CliProblem(ExitCodes.NothingRun, $"the workflow asks for what this version cannot do yet, so nothing was {done}")
            : null;
    }
}
