using Binex.Core.Costs;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>Builds the records of nodes, and the sums by model on the way.</summary>
internal static class NodeBuilder
{
    public static (IReadOnlyList<ReportNode> Nodes, IReadOnlyList<ReportModel> Models) Build(
        IReadOnlyList<NodeFold> folds, Workflow workflow, TimeSpan now)
    {
        var nodes = new ReportNode[folds.Count];
        var models = new Dictionary<string, CallSums>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Build(folds[i], workflow, models, now);
        }

        // A hold that was charged at a resumption costs money although nobody saw its call leave.
        var sums = models
            .Where(pair => pair.Value.Calls > 0 || pair.Value.Cost > Money.Zero)
            .Select(pair => new ReportModel(pair.Key, pair.Value.Calls, pair.Value.Tokens, pair.Value.Cost))
            .OrderByDescending(model => model.Cost)
            .ThenBy(model => model.Model, StringComparer.Ordinal);
        return (nodes, [.. sums]);
    }

    private static ReportNode Build(NodeFold fold, Workflow workflow, Dictionary<string, CallSums> models, TimeSpan now)
    {
        var sums = Sum(fold, models);
        var told = fold.Executions.Where(execution => execution.IsTold).ToList();
        var definition = fold.Definition;
        var duration = TimeSpan.Zero;
        var queued = TimeSpan.Zero;
        foreach (var execution in told)
        {
            duration += execution.DurationAt(now);
            queued += execution.Queued;
        }

        return new ReportNode(fold.Id, definition?.Agent.ToString() ?? "unknown", fold.Status)
        {
            Description = definition?.Description,
            Tags = definition?.Tags ?? [],
            Model = sums.LastModel,
            RequestedModel = definition is { Agent.IsModel: true } ? definition.Agent.Target : null,
            StopReason = fold.StopReason,
            Reason = fold.Reason,
            StartedAt = told.FirstOrDefault(execution => execution.StartedAt is not null)?.StartedAt,
            DurationMs = (long)duration.TotalMilliseconds,
            QueuedMs = (long)queued.TotalMilliseconds,
            Iterations = [.. told.Select(execution => execution.ToReport(now))],
            Attempts = [.. fold.Executions.SelectMany(it => it.Attempts.Select(attempt => attempt.ToReport(it.Iteration, it.Number, now)))],
            Outputs = fold.Outputs,
            Cost = sums.Cost,
            SavedCost = sums.Saved,
            Tokens = sums.Tokens,
            Calls = sums.Calls,
            Retries = sums.Retries,
            Fingerprint = fold.Fingerprint,
            DependsOn = DependsOn(fold, workflow),
            BlockedBy = fold.BlockedBy,
            When = definition?.When?.Source,
            Loop = definition?.BackEdge is { } loop ? new ReportLoop(loop.Target, loop.When.Source, loop.MaxIterations, loop.AcceptAtLimit) : null,
            MaxAttempts = definition?.Retry.MaxAttempts ?? 1,
            ContinueOnError = definition?.ContinueOnError == true,
            Location = definition?.Location?.ToString(),
        };
    }

    private static CallSums Sum(NodeFold fold, Dictionary<string, CallSums> models)
    {
        var sums = new CallSums();
        foreach (var attempt in fold.Executions.SelectMany(execution => execution.Attempts))
        {
            sums.Retries += attempt.Number > 1 ? 1 : 0;
            var isRepeat = false;
            foreach (var call in attempt.Calls)
            {
                sums.Add(call);
                sums.Retries += isRepeat && call.WasSent ? 1 : 0;
                isRepeat = call.IsRepeated;
                if (!models.TryGetValue(call.Model, out var ofModel))
                {
                    models.Add(call.Model, ofModel = new CallSums());
                }

                ofModel.Add(call);
            }
        }

        return sums;
    }

    private static string[] DependsOn(NodeFold fold, Workflow workflow)
    {
        if (fold.Index < 0)
        {
            return [];
        }

        var dependencies = workflow.Graph.Edges.Predecessors(fold.Index);
        var ids = new string[dependencies.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = workflow.Nodes[dependencies[i]].Id;
        }

        return ids;
    }

    private sealed class CallSums
    {
        public Money Cost { get; private set; }

        public Money? Saved { get; private set; }

        public ReportTokens Tokens { get; private set; } = ReportTokens.Zero;

        public int Calls { get; private set; }

        public int Retries { get; set; }

        public string? LastModel { get; private set; }

        public void Add(CallFold call)
        {
            Cost += call.Spent.Cost;
            Saved = call.Saved is { } saved ? (Saved ?? Money.Zero) + saved : Saved;
            Tokens = call.Usage is { } usage ? Tokens.Plus(new ReportTokens(usage.Input, usage.CachedInput, usage.Output, usage.Reasoning)) : Tokens;
            Calls += call.WasSent ? 1 : 0;
            LastModel = call.AnsweringModel ?? LastModel;
        }
    }
}
