using Binex.Core.Runs.Events;
using Binex.Store.Runs;
using Binex.Store.Tests.Journals;

namespace Binex.Store.Tests.Runs;

/// <summary>Makes runs with a few facts.</summary>
internal static class RunFolders
{
    public static RunSnapshot Snapshot { get; } = new("flows/greet.yaml", "name: greet\n"u8.ToArray());

    public static async Task<RunDirectory> AddAsync(this RunStore store, string id, params RunEvent[] events)
    {
        var run = store.Create(id, Snapshot);
        await run.AppendAsync(events);
        return run;
    }

    public static async Task AppendAsync(this RunDirectory run, params RunEvent[] events)
    {
        var opening = run.OpenJournal();
        await using (opening.Journal)
        {
            await opening.Journal!.AppendAsync(
                [.. events.Select((runEvent, i) => SampleEvents.Entry(opening.LastSeq + 1 + i, runEvent))], durable: false, default);
        }
    }
}
