using Binex.Core.Cassettes;
using Binex.Core.Runs;
using Binex.Models.Cassettes;

namespace Binex.Cli.Running;

/// <summary>Opens the cassettes that a run was given.</summary>
internal static class Cassettes
{
    /// <summary>The cassettes; null when it was given none, or with a problem when one cannot be opened.</summary>
    /// <param name="options">What the run was given.</param>
    /// <param name="workingFolder">The folder from which messages see them.</param>
    /// <param name="problem">What is wrong with one.</param>
    public static RunCassettes? Open(RunOptions options, string workingFolder, out CliProblem? problem)
    {
        problem = null;
        if (options is { Record: null, Replay: null })
        {
            return null;
        }

        var (unreadable, unwritable) = ((string?)null, (string?)null);
        var player = options.Replay is { } replay ? Cassette.Open(replay, out unreadable, Path.GetRelativePath(workingFolder, replay)) : null;
        var recorder = options.Record is { } record ? CassetteRecorder.Open(record, out unwritable) : null;
        problem = unreadable is not null ? new CliProblem(ExitCodes.NothingRun, unreadable, "--record DIR makes a cassette")
            : unwritable is not null ? new CliProblem(ExitCodes.NothingRun, unwritable)
            : null;
        return problem is null ? new RunCassettes { Player = player, AllowMiss = options.AllowMiss, Recorder = recorder } : null;
    }
}
