using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>Builds the report of a run from its fold.</summary>
internal static class ReportBuilder
{
    public static RunReport Build(Workflow workflow, RunFold run, ReportOptions options)
    {
        var now = run.Clock.Elapsed;
        var path = CriticalPath.Mark(run.Nodes, now);
        var (nodes, models) = NodeBuilder.Build(run.Nodes, workflow, now);
        return new RunReport
        {
            Tool = new ReportTool("binex", options.ToolVersion.Length > 0 ? options.ToolVersion : run.Started?.ToolVersion ?? ""),
            PriceBook = new ReportPriceBook(run.Started?.PricesAsOf ?? "", run.Started?.PricesSha256 ?? ""),
            Source = new ReportSource(run.Started?.Source ?? "", run.Started?.SourceSha256 ?? ""),
            Run = BuildRun(workflow, run, options),
            Totals = BuildTotals(nodes),
            Budget = new ReportBudget
            {
                Policy = workflow.Budget.Policy,
                Caps = CapList.Build(run, workflow),
                Refusals = [.. run.Refusals.Select(it => new ReportRefusal(it.Node.Id, it.Iteration, RefusalText.Sentence(it.Refusal), it.Refusal))],
                Overshoot = run.Overshoot,
                InputShare = run.Planned?.InputShare,
                Reservations = PlanSection.Reservations(nodes),
            },
            Nodes = nodes,
            Causes = CauseFinder.Find(run.Nodes),
            Models = models,
            Pauses = run.Clock.Pauses,
            Edges = BuildEdges(workflow),
            Notes = run.Notes.All,
            Timeline = BuildTimeline(run.Nodes, now),
            CriticalPath = path,
            Plan = PlanSection.Plan(run, nodes),
            Outputs = run.Completed is { } completed ? OutputOrder.Of(completed.Outputs, workflow.Outputs.Select(output => output.Name)) : [],
        };
    }

    private static ReportRun BuildRun(Workflow workflow, RunFold run, ReportOptions options)
    {
        var status = run switch
        {
            { Clock.Start: null } => RunStatus.Pending,
            { Completed: { } completed } => completed.Status,
            _ => options.IsAlive ? RunStatus.Running : RunStatus.Interrupted,
        };
        return new ReportRun(
            run.Started?.RunId ?? options.RunId, run.Started?.Workflow ?? workflow.Name, status,
            (run.Clock.Start ?? default).ToUniversalTime(), (long)run.Clock.Elapsed.TotalMilliseconds)
        {
            Description = workflow.Description,
            ExitCode = run.Completed?.ExitCode,
            Simulated = run.Started?.Simulated == true,
            Cassette = run.Started?.Cassette,
            CancelReason = run.Cancelling?.Message,
            Resumes = run.Resumes,
        };
    }

    private static ReportTotals BuildTotals(IReadOnlyList<ReportNode> nodes)
    {
        var (cost, saved) = (Money.Zero, Money.Zero);
        var tokens = new ReportTokens(0, 0, 0, 0);
        var (calls, retries, reused) = (0, 0, 0);
        foreach (var node in NodeTree.Of(nodes).Roots.Select(root => nodes[root]))
        {
            cost += node.Cost;
            saved += node.SavedCost ?? Money.Zero;
            tokens = tokens.Plus(node.Tokens);
            calls += node.Calls;
            retries += node.Retries;
            reused += node.Status == NodeStatus.Reused ? 1 : 0;
        }

        return new ReportTotals(cost, tokens, calls, retries, reused, saved);
    }

    private static List<ReportEdge> BuildEdges(Workflow workflow)
    {
        var edges = new List<ReportEdge>(workflow.Graph.Edges.EdgeCount + workflow.Graph.Loops.Count);
        for (var i = 0; i < workflow.Nodes.Count; i++)
        {
            foreach (var dependency in workflow.Graph.Edges.Predecessors(i))
            {
                edges.Add(new ReportEdge(workflow.Nodes[dependency].Id, workflow.Nodes[i].Id, IsBackEdge: false));
            }

            if (workflow.Graph.Loops.TryGetValue(i, out var loop))
            {
                edges.Add(new ReportEdge(workflow.Nodes[i].Id, workflow.Nodes[loop.Target].Id, IsBackEdge: true));
            }
        }

        return edges;
    }

    private static ReportBar[] BuildTimeline(IReadOnlyList<NodeFold> nodes, TimeSpan now) =>
        [.. nodes.SelectMany(node => node.Executions)
            .Where(execution => execution.Started is not null)
            .OrderBy(execution => execution.Started)
            .ThenBy(execution => execution.Ended ?? now)
            .Select(execution => execution.ToBar(now))];
}
