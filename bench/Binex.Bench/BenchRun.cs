using System.Diagnostics;
using Binex.Core.Execution;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine;
using Binex.Engine.Humans;
using Binex.Engine.Nodes;
using Binex.Models.Prices;
using Binex.Models.Tokens;
using Binex.Store.Runs;

namespace Binex.Bench;

/// <summary>Runs a workflow as the command line does, with its journal on the disk, and measures it.</summary>
internal sealed class BenchRun : IHumans, IChatModel
{
    public static async Task<(TimeSpan Wall, long JournalBytes)> MeasureAsync(Workflow workflow, IChatModel? model = null, ILiveText? live = null)
    {
        var root = Path.Combine(Path.GetTempPath(), "binex-bench-" + Environment.ProcessId);
        try
        {
            var store = new RunStore(root);
            var directory = store.Create("bench-" + workflow.Nodes.Count, new RunSnapshot("bench.yaml", ReadOnlyMemory<byte>.Empty));
            var opening = directory.OpenJournal();
            var nobody = new BenchRun();
            var watch = Stopwatch.StartNew();
            var result = await RunEngine.RunAsync(
                new RunRequest
                {
                    Workflow = workflow,
                    Started = new RunStarted("bench", workflow.Name, "bench.yaml", "", workflow.Nodes.Count),
                    Settings = new RunSettings(),
                    Journal = opening.Journal!,
                    Artifacts = store.Artifacts,
                    ChatModel = model ?? nobody,
                    TokenBounds = new SoundTokenBounds(),
                    Prices = new PriceBook(),
                    Humans = nobody,
                    LiveText = live,
                    TimeProvider = TimeProvider.System,
                    Processors = Environment.ProcessorCount,
                },
                CancellationToken.None);
            await opening.Journal!.DisposeAsync();
            watch.Stop();
            if (result.Verdict.Status != RunStatus.Completed)
            {
                throw new InvalidOperationException($"{workflow.Name} ended as {result.Verdict.Status}");
            }

            return (watch.Elapsed, new FileInfo(Path.Combine(directory.Path, "journal.jsonl")).Length);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    public Task<HumanAnswer?> AskAsync(HumanQuestion question, CancellationToken cancellationToken) => throw new InvalidOperationException("nobody is asked here");

    public Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException("no model is called here");
}
