using Binex.Core.Runs;
using Binex.Store.Runs;

namespace Binex.Cli.Commands;

/// <summary>Says why a run was not found.</summary>
internal static class RunLookups
{
    public static CliProblem NotFound(RunLookup lookup, string text, RunStore store) => new(
        ExitCodes.NothingRun,
        lookup.Problem ?? $"there is no run '{text}' in {store.Root}",
        lookup.Candidates.Count == 0
            ? "--store says where runs are kept"
            : "'dotnet binex runs list' shows them all");
}
