using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine;
using Binex.Engine.Loop;
using Binex.Engine.Nodes;
using Binex.Models.Tokens;
using Binex.Testing.Artifacts;
using Binex.Testing.Runs;

namespace Binex.Spine.Tests.Money;

/// <summary>A case that has been run: what was recorded, and what the provider billed.</summary>
internal sealed record MoneyRun(MoneyCase Case, RunResult Result, IReadOnlyList<JournalEntry> Journal, ProviderTab Tab)
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(2);

    public static async Task<MoneyRun> OfAsync(MoneyCase given, MoneyProvider provider)
    {
        var tab = provider.Open(given.Seed, given.Cap, given.Reply);
        var journal = new MemoryJournal();
        using var cancellation = new CancellationTokenSource(given.CancelAfter ?? Timeout.InfiniteTimeSpan);
        var request = new RunRequest
        {
            Workflow = given.Workflow,
            Started = new RunStarted($"run-{given.Seed}", "money", "money.yaml", "", given.Workflow.Nodes.Count) { MaxCost = given.Workflow.Budget.Caps.MaxCost },
            Settings = new RunSettings { FailFast = given.FailFast, Seed = given.Seed },
            Journal = journal,
            Artifacts = new MemoryArtifactStore(),
            ChatModel = provider.ChatModel,
            TokenBounds = new SoundTokenBounds(),
            Prices = provider.Prices,
            Humans = new NoHumans(),
            LiveText = given.IsStreamed ? new Listener() : null,
            TimeProvider = TimeProvider.System,
            Processors = 2,
        };
        var result = await RunEngine.RunAsync(request, cancellation.Token).WaitAsync(Never);
        return new MoneyRun(given, result, journal.Entries, tab);
    }
}
