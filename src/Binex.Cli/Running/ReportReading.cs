using Binex.Cli.Projects;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>Finds the report that a user means: of a kept run, or in a file.</summary>
internal static class ReportReading
{
    /// <summary>The report; null with a problem.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="project">The project.</param>
    /// <param name="store">Where runs are kept.</param>
    /// <param name="text">What the user names.</param>
    /// <param name="whole">Whether the contents of a kept run are wanted however long they are.</param>
    public static async Task<(RunReport? Report, CliProblem? Problem)> ReadAsync(CliContext context, Project project, RunStore store, string text, bool whole = false)
    {
        if (text.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadFileAsync(context, text);
        }

        if (StoredRun.Find(store, text, new RunModels(context, project.Configuration, store.Root), project.Configuration, out var problem) is not { } stored)
        {
            return (null, problem);
        }

        if (stored.Loaded.Workflow is not { } workflow)
        {
            return (null, new CliProblem(ExitCodes.Unreachable, $"the workflow kept with run {stored.Directory.RunId} cannot be read"));
        }

        return (await ReportFiles.ProjectAsync(store, stored.Directory, workflow, context.Cancelled, whole), null);
    }

    private static async Task<(RunReport? Report, CliProblem? Problem)> ReadFileAsync(CliContext context, string path)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(context.FullPath(path), context.Cancelled);
            return ReportJson.Read(content, out var problem) is { } report
                ? (report, null)
                : (null, new CliProblem(ExitCodes.NothingRun, $"{path} is no report: {problem}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new CliProblem(ExitCodes.NothingRun, $"{path} cannot be read as a report: {error.Message}"));
        }
    }
}
