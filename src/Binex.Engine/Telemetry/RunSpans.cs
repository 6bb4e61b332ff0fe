using System.Diagnostics;
using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Names = Binex.Engine.Telemetry.TelemetryNames;

namespace Binex.Engine.Telemetry;

/// <summary>The spans of a run, as far as its facts have come: run → node → attempt → call. Belongs to one thread at a time.</summary>
internal sealed class RunSpans(Workflow workflow, string runId, IPriceBook prices, SpanContents? contents, ActivityContext parent)
{
    private readonly Dictionary<string, Activity> _nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Activity> _attempts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Money> _costs = new(StringComparer.OrdinalIgnoreCase);
    private readonly CallSpans _calls = new(workflow, prices, contents);
    private Activity? _run;
    private Money _cost;
    private DateTimeOffset _last;

    /// <summary>Takes in the next fact.</summary>
    public async ValueTask TellAsync(JournalEntry entry)
    {
        _last = entry.At;
        switch (entry.Event)
        {
            case RunStarted started:
                StartRun(entry.At)?.SetTag(Names.RunSimulated, started.Simulated);
                break;
            case RunResumed:
                StartRun(entry.At)?.SetTag(Names.RunResumed, true);
                break;
            case RunCompleted completed:
                EndRun(completed, entry.At);
                break;
            case NodeStarted started:
                StartNode(started, entry.At);
                break;
            case NodeCompleted completed:
                EndNode(completed.Node, NodeStatus.Completed, null, entry.At);
                break;
            case NodeFailed failed:
                EndNode(failed.Node, failed.Status, failed.Failure, entry.At);
                break;
            case AttemptStarted started:
                StartAttempt(started, entry.At);
                break;
            case AttemptSucceeded succeeded:
                EndAttempt(succeeded.Node, succeeded.Repair, null, entry.At);
                break;
            case AttemptFailed failed:
                EndAttempt(failed.Node, null, failed.Failure, entry.At);
                break;
            case CallEvent call:
                await TellAsync(call, entry.At).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends what is still open: the process ends before the run does.</summary>
    public void Close()
    {
        foreach (var span in _attempts.Values.Concat(_nodes.Values).Append(_run))
        {
            SpanTools.End(span, _last);
        }
    }

    private ValueTask TellAsync(CallEvent call, DateTimeOffset at)
    {
        if (call is CallSettled settled)
        {
            _costs[call.Node] = _costs.GetValueOrDefault(call.Node) + settled.Spent.Cost;
            _cost += settled.Spent.Cost;
        }

        return _calls.TellAsync(call, at, _attempts.GetValueOrDefault(call.Node));
    }

    private Activity? StartRun(DateTimeOffset at)
    {
        _run = SpanTools.Start(
            $"{Names.InvokeWorkflow} {workflow.Name}", ActivityKind.Internal, parent, at,
            new(Names.OperationName, Names.InvokeWorkflow), new(Names.WorkflowName, workflow.Name), new(Names.RunId, runId));
        return _run;
    }

    private void EndRun(RunCompleted completed, DateTimeOffset at)
    {
        _run?.SetTag(Names.RunStatus, Names.Of(completed.Status)).SetTag(Names.CostAmount, (double)_cost.Usd).SetTag(Names.CostCurrency, "USD");
        if (completed.Status != RunStatus.Completed)
        {
            _run?.SetTag(Names.ErrorType, Names.Of(completed.Status)).SetStatus(ActivityStatusCode.Error);
        }

        SpanTools.End(_run, at);
        _run = null;
    }

    private void StartNode(NodeStarted started, DateTimeOffset at)
    {
        var node = workflow[started.Node];
        _costs.Remove(started.Node);
        if (SpanTools.Start(
            $"{Names.InvokeAgent} {node.Id}", ActivityKind.Internal, _run?.Context ?? parent, at, new(Names.OperationName, Names.InvokeAgent), new(Names.AgentName, node.Id)) is { } span)
        {
            span.SetTag(Names.NodeAgent, node.Agent.ToString()).SetTag(Names.NodeIteration, started.Iteration);
            if (node.Agent.IsModel)
            {
                span.SetTag(Names.ProviderName, Names.Provider(ProviderNames.Of(node.Agent.Target, prices))).SetTag(Names.RequestModel, node.Agent.Target);
            }

            _nodes[node.Id] = span;
        }
    }

    private void EndNode(string node, NodeStatus status, NodeFailure? failure, DateTimeOffset at)
    {
        if (_nodes.Remove(node, out var span))
        {
            span.SetTag(Names.NodeStatus, Names.Of(status))
                .SetTag(Names.CostAmount, (double)_costs.GetValueOrDefault(node).Usd).SetTag(Names.CostCurrency, "USD");
            End(span, failure, at);
        }
    }

    private void StartAttempt(AttemptStarted started, DateTimeOffset at)
    {
        if (_nodes.TryGetValue(started.Node, out var node)
            && SpanTools.Start($"{Names.Attempt} {started.Attempt}", ActivityKind.Internal, node.Context, at) is { } span)
        {
            _attempts[started.Node] = span.SetTag(Names.AttemptNumber, started.Attempt);
        }
    }

    private void EndAttempt(string node, string? repair, NodeFailure? failure, DateTimeOffset at)
    {
        if (_attempts.Remove(node, out var span))
        {
            End(span.SetTag(Names.AttemptRepair, repair), failure, at);
        }
    }

    private void End(Activity span, NodeFailure? failure, DateTimeOffset at)
    {
        SpanTools.Fail(span, failure, contents is not null);
        SpanTools.End(span, at);
    }
}
