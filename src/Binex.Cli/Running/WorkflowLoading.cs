using Binex.Cli.Output;
using Binex.Core.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Says why a loaded workflow cannot run.</summary>
internal static class WorkflowLoading
{
    /// <summary>Whether a loaded workflow can run; if not, prints why.</summary>
    /// <param name="loaded">The workflow.</param>
    /// <param name="printer">Prints why.</param>
    /// <param name="done">What nothing was.</param>
    public static bool CanRun(LoadResult loaded, Printer printer, string done = "run")
    {
        if (Problem(loaded, done) is not { } problem)
        {
            return true;
        }

        printer.Refuse(problem, loaded.Diagnostics, loaded.Sources);
        return false;
    }

    /// <summary>Why a loaded workflow cannot be used; null when it can.</summary>
    public static CliProblem? Problem(LoadResult loaded, string done) =>
        loaded.Workflow is null ? new CliProblem(ExitCodes.NothingRun, $"the workflow is not valid, so nothing was {done}")
        : loaded.Unsupported.Count > 0 ? NotYet(loaded.Unsupported, done)
        : null;

    // Named here as well, because a project may have switched the finding off.
    private static CliProblem NotYet(IReadOnlyList<Validation.Features.UnsupportedFeature> features, string done) => new(
        ExitCodes.NothingRun,
        $"the workflow asks for what this version cannot do yet ({string.Join(", ", features.Select(feature => feature.Name).Distinct())}), so nothing was {done}");
}
