using Binex.Cli.Tests.Processes;
using Binex.Cli.Running;
using Binex.Core.Execution;
using Binex.Core.Plans;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine;
using Binex.Engine.Nodes;
using Binex.Models.Prices;
using Binex.Models.Simulation;
using Binex.Models.Tokens;
using Binex.Testing.Artifacts;
using Binex.Testing.Runs;

namespace Binex.Cli.Tests.Mutations;

/// <summary>Runs a workflow in this process as <c>run --simulate</c> does, and says what failed in it for a static reason.</summary>
internal static class SimulatedRun
{
    private static readonly PriceBook Prices = new();
    private static readonly SoundTokenBounds Tokens = new();
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What fails whatever models and people answer and however long it takes: it fails with every seed, it is no matter of time or of a
    /// provider, and no answer of a model or a person reaches it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> StaticFailuresAsync(Workflow workflow)
    {
        var first = await FailuresAsync(workflow, seed: 1);
        return first.Count == 0 ? [] : [.. first.Intersect(await FailuresAsync(workflow, seed: 2))];
    }

    private static async Task<List<string>> FailuresAsync(Workflow workflow, int seed)
    {
        // A value that only the user can give is missing: nothing is wrong with the file.
        if (VariableValues.Gather(workflow, [], null, out _) is not { } values)
        {
            return [];
        }

        var journal = new MemoryJournal();
        using var cancellation = new CancellationTokenSource(Longest);
        using var humans = new Humans(new RunOptions { Simulate = "" }, Nowhere, mayAsk: false);
        var plan = PlanBuilder.Build(workflow, Prices, Tokens, values);
        var request = new RunRequest
        {
            Workflow = workflow,
            Started = new RunStarted("mutant", workflow.Name, "mutant.yaml", "", workflow.Nodes.Count) { MaxCost = workflow.Budget.Caps.MaxCost },
            Settings = new RunSettings { Variables = values, Environment = _ => "set" },
            Journal = journal,
            Artifacts = new MemoryArtifactStore(),
            ChatModel = new SimulatedChatModel(new SimulationOptions { Seed = seed }, Tokens, TimeProvider.System),
            TokenBounds = Tokens,
            Prices = Prices,
            Humans = humans,
            TimeProvider = TimeProvider.System,
            Processors = 2,
        };
        await RunEngine.RunAsync(request, cancellation.Token).WaitAsync(TimeSpan.FromSeconds(30));
        return [.. journal.Entries.Select(entry => entry.Event).OfType<NodeFailed>()
            .Where(failed => IsStatic(workflow, plan, failed))
            .Select(failed => $"{failed.Node}: {failed.Failure.Kind} {failed.StopReason}: {failed.Failure.Message}")];
    }

    private static bool IsStatic(Workflow workflow, Plan plan, NodeFailed failed)
    {
        var node = workflow[failed.Node];
        return failed switch
        {
            { Failure.Kind: FailureKind.Internal } => true,
            { StopReason: StopReason.BudgetRefused } => plan.Bounds.Min.Usd > workflow.Budget.Caps.MaxCost?.Usd,
            { StopReason: StopReason.Cancelled or StopReason.DeadlineExceeded or StopReason.UpstreamFailed or StopReason.HostShutdown } => false,
            { Failure.Kind: FailureKind.Timeout or FailureKind.Human or FailureKind.RateLimit or FailureKind.Server or FailureKind.Network or FailureKind.Quota } => false,
            { Failure.Kind: FailureKind.Schema } => true,

            // It fails because it was asked to.
            _ when node.Agent is { Scheme: "local", Target: "fail" } => false,
            _ => !DependsOnAnswers(workflow, node),
        };
    }

    private static bool DependsOnAnswers(Workflow workflow, Node node)
    {
        var open = new Stack<Node>([node]);
        var seen = new HashSet<string>();
        while (open.TryPop(out var next))
        {
            if (next.Agent.IsModel || next.Agent.Scheme == "human")
            {
                return true;
            }

            foreach (var needed in workflow.Graph.Edges.Predecessors(workflow.IndexOf(next.Id)).ToArray().Select(index => workflow.Nodes[index]).Where(needed => seen.Add(needed.Id)))
            {
                open.Push(needed);
            }
        }

        return false;
    }

    private static CliContext Nowhere => new(new FakeConsole(), _ => null, ".", TimeProvider.System);
}
