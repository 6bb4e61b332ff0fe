using Binex.Core.Artifacts;
using Binex.Core.Diagnostics;
using Binex.Store.Artifacts;
using Binex.Store.Costs;
using Binex.Store.Disk;

namespace Binex.Store.Runs;

/// <summary>The runs and artifacts of a project.</summary>
public sealed class RunStore
{
    private const int MostCandidates = 10;

    private readonly string _runs;

    /// <summary>A store. Nothing is made before the first run is.</summary>
    /// <param name="root">Full path of the store's folder, usually <c>.binex</c>.</param>
    public RunStore(string root)
    {
        Root = Path.TrimEndingDirectorySeparator(root);
        _runs = Path.Join(Root, "runs");
        Artifacts = new FileArtifactStore(Path.Join(Root, "artifacts"));
    }

    /// <summary>The store's folder.</summary>
    public string Root { get; }

    /// <summary>The artifacts of all runs.</summary>
    public IArtifactStore Artifacts { get; }

    /// <summary>Makes the folder of a new run. It appears at once with all that is in it, or not at all.</summary>
    /// <param name="runId">The run's id: 1 to 64 lower-case letters, digits, hyphens and underscores. Ids sort by age.</param>
    /// <param name="snapshot">What the run is started with.</param>
    /// <exception cref="ArgumentException">This cannot be an id.</exception>
    /// <exception cref="IOException">The folder cannot be made, or is there already.</exception>
    public RunDirectory Create(string runId, RunSnapshot snapshot)
    {
        if (!RunId.IsValid(runId))
        {
            throw new ArgumentException($"'{runId}' cannot be the id of a run", nameof(runId));
        }

        var path = Path.Join(_runs, runId);
        if (Directory.Exists(path))
        {
            throw new IOException($"there is a run {runId} already: {path}");
        }

        // Names with a dot are no ids: a folder that a dead process left half made is never taken for a run.
        var unfinished = Path.Join(_runs, "." + runId);
        try
        {
            Directory.CreateDirectory(unfinished);
            SnapshotFiles.Write(unfinished, snapshot);
            Directory.Move(unfinished, path);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the folder of the run cannot be made", path, exception);
        }

        return new RunDirectory(path);
    }

    /// <summary>Finds a run.</summary>
    /// <param name="text"><c>latest</c>, an id, or the beginning of one that no other id has.</param>
    /// <exception cref="IOException">The store cannot be read.</exception>
    public RunLookup Find(string text)
    {
        var ids = Ids();
        var wanted = text.Trim().ToLowerInvariant();
        if (ids.Count == 0)
        {
            return new RunLookup { Problem = $"there are no runs yet in {Root}; `dotnet binex run` makes one" };
        }

        if (wanted == RunId.Latest || ids.Contains(wanted))
        {
            return new RunLookup { Run = Open(wanted == RunId.Latest ? ids[0] : wanted) };
        }

        var matches = wanted.Length == 0 ? [] : ids.Where(id => id.StartsWith(wanted, StringComparison.Ordinal)).ToList();
        return matches.Count switch
        {
            1 => new RunLookup { Run = Open(matches[0]) },
            0 => NotFound(text, wanted, ids),
            _ => Ambiguous(text, matches),
        };
    }

    /// <summary>All runs, the newest first.</summary>
    /// <exception cref="IOException">The store cannot be read; a single run that cannot be is listed with its problem.</exception>
    public IReadOnlyList<RunSummary> List() => [.. Enumerate()];

    /// <summary>All runs, the newest first; each is looked at when it is come to.</summary>
    /// <exception cref="IOException">The store cannot be read; a single run that cannot be is listed with its problem.</exception>
    public IEnumerable<RunSummary> Enumerate() => Ids().Select(id => RunSummaryReader.Read(Open(id)));

    /// <summary>What a run paid for its calls so far, in the order in which it did.</summary>
    /// <param name="runId">Id of a run that there is.</param>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public IReadOnlyList<RunCharge> Charges(string runId) => ChargeReader.Read(Open(runId));

    private static RunLookup NotFound(string text, string wanted, List<string> ids)
    {
        var nearest = Spelling.Nearest(wanted, ids);
        string[] candidates = nearest is null ? [.. ids.Take(MostCandidates)] : [nearest];
        return new RunLookup
        {
            Candidates = candidates,
            Problem = nearest is null
                ? $"no run has the id '{text}' or begins with it; the newest are {string.Join(", ", candidates)}"
                : $"no run has the id '{text}' or begins with it; did you mean '{nearest}'?",
        };
    }

    private static RunLookup Ambiguous(string text, List<string> matches)
    {
        string[] candidates = [.. matches.Take(MostCandidates)];
        var more = matches.Count > candidates.Length ? $" and {matches.Count - candidates.Length} more" : "";
        return new RunLookup
        {
            Candidates = candidates,
            Problem = $"{matches.Count} runs begin with '{text}': {string.Join(", ", candidates)}{more}; write more of the id",
        };
    }

    private RunDirectory Open(string id) => new(Path.Join(_runs, id));

    private List<string> Ids()
    {
        try
        {
            var ids = Directory.EnumerateDirectories(_runs).Select(Path.GetFileName).OfType<string>().Where(RunId.IsValid).ToList();
            ids.Sort((left, right) => string.CompareOrdinal(right, left));
            return ids;
        }
        catch (DirectoryNotFoundException) when (!File.Exists(Root))
        {
            return [];
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the runs cannot be listed", _runs, exception);
        }
    }
}
