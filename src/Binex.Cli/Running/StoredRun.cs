using System.Text;
using Binex.Cli.Commands;
using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Store.Runs;
using Binex.Validation;
using Binex.Validation.Files;

namespace Binex.Cli.Running;

/// <summary>A run that is kept, and the workflow it was run with.</summary>
/// <param name="Directory">Its folder.</param>
/// <param name="Snapshot">What it began with.</param>
/// <param name="Loaded">Its workflow, loaded from the snapshot alone.</param>
internal sealed record StoredRun(RunDirectory Directory, RunSnapshot Snapshot, LoadResult Loaded)
{
    /// <summary>The run that a text names; null with a problem.</summary>
    /// <param name="store">Where runs are kept.</param>
    /// <param name="text">What names the run.</param>
    /// <param name="models">The price book.</param>
    /// <param name="project">What holds for the project now. Its severities do not: the run was accepted when it began.</param>
    /// <param name="problem">Why there is none.</param>
    public static StoredRun? Find(RunStore store, string text, RunModels models, ProjectConfiguration project, out CliProblem? problem)
    {
        var lookup = store.Find(text);
        if (lookup.Run is not { } directory)
        {
            problem = RunLookups.NotFound(lookup, text, store);
            return null;
        }

        var reading = directory.ReadSnapshot();
        if (reading.Snapshot is not { } snapshot)
        {
            problem = new CliProblem(ExitCodes.Unreachable, reading.Problem!);
            return null;
        }

        problem = null;
        var loaded = WorkflowLoader.LoadText(snapshot.SourcePath, Encoding.UTF8.GetString(snapshot.Workflow.Span), new LoadOptions
        {
            Files = new SnapshotWorkflowFiles(snapshot.Files, path => Attached(store, snapshot, path)),
            Variables = snapshot.Vars,
            Prices = models.Prices,
            Project = project with { Severities = SeverityPolicy.Lenient },
        });
        return new StoredRun(directory, snapshot, loaded);
    }

    // Loading is not asynchronous, and only files on the disk are read here.
    private static byte[]? Attached(RunStore store, RunSnapshot snapshot, string path) =>
        snapshot.Attachments.TryGetValue(path, out var hash) ? store.Artifacts.GetAsync(hash, CancellationToken.None).AsTask().GetAwaiter().GetResult() : null;
}
