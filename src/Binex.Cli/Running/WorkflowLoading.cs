using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Says why a loaded workflow cannot run.</summary>
internal static class WorkflowLoading
{
    /// <summary>Whether a loaded workflow can run; if not, prints why.</summary>
    public static bool CanRun(LoadResult loaded, Project project, Printer printer)
    {
        if (loaded.Workflow is null)
        {
            printer.Refuse(new CliProblem(ExitCodes.NothingRun, "the workflow is not valid, so nothing was run"), loaded.Diagnostics, loaded.Sources);
            return false;
        }

        if (loaded.Unsupported.Count > 0)
        {
            printer.Refuse(NotYet("the workflow", loaded.Unsupported), loaded.Diagnostics, loaded.Sources);
            return false;
        }

        if (project.Read is { Unsupported.Count: > 0 } read)
        {
            printer.Refuse(NotYet(project.Shown!, read.Unsupported), read.Diagnostics, read.Sources);
            return false;
        }

        return true;
    }

    // Named here as well, because a project may have switched the finding off.
    private static CliProblem NotYet(string what, IReadOnlyList<Validation.Features.UnsupportedFeature> features) => new(
        ExitCodes.NothingRun,
        $"{what} asks for what this version cannot do yet ({string.Join(", ", features.Select(feature => feature.Name).Distinct())}), so nothing was run");
}
