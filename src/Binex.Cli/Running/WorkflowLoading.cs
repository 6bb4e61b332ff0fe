using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Says why a loaded workflow cannot run.</summary>
internal static class WorkflowLoading
{
    /// <summary>Whether a loaded workflow can run; if not, prints why.</summary>
    /// <param name="loaded">The workflow.</param>
    /// <param name="project">Its project.</param>
    /// <param name="printer">Prints why.</param>
    /// <param name="done">What nothing was.</param>
    public static bool CanRun(LoadResult loaded, Project project, Printer printer, string done = "run")
    {
        if (Problem(loaded, done) is { } problem)
        {
            printer.Refuse(problem, loaded.Diagnostics, loaded.Sources);
            return false;
        }

        if (project.Read is { Unsupported.Count: > 0 } read)
        {
            printer.Refuse(NotYet(project.Shown!, read.Unsupported, done), read.Diagnostics, read.Sources);
            return false;
        }

        return true;
    }

    /// <summary>Why a loaded workflow cannot be used; null when it can.</summary>
    public static CliProblem? Problem(LoadResult loaded, string done) =>
        loaded.Workflow is null ? new CliProblem(ExitCodes.NothingRun, $"the workflow is not valid, so nothing was {done}")
        : loaded.Unsupported.Count > 0 ? NotYet("the workflow", loaded.Unsupported, done)
        : null;

    // Named here as well, because a project may have switched the finding off.
    private static CliProblem NotYet(string what, IReadOnlyList<Validation.Features.UnsupportedFeature> features, string done) => new(
        ExitCodes.NothingRun,
        $"{what} asks for what this version cannot do yet ({string.Join(", ", features.Select(feature => feature.Name).Distinct())}), so nothing was {done}");
}
