using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Testing.Journals;

/// <summary>Writes the facts about one node; its clock is its own.</summary>
public sealed class NodeJournal
{
    private readonly JournalBuilder _journal;
    private readonly string _id;
    private readonly Node? _node;
    private readonly List<string> _read = [];
    private long _now;
    private int _iteration = 1;
    private int _attempt;

    internal NodeJournal(JournalBuilder journal, string id, Node? node)
    {
        _journal = journal;
        _id = id;
        _node = node;
    }

    private string Model => _node is { Agent.IsModel: true } ? _node.Agent.Target : "gpt-4o";

    public NodeJournal At(long atMs)
    {
        _now = atMs;
        return this;
    }

    public NodeJournal After(long ms) => At(_now + ms);

    public NodeJournal Iteration(int iteration)
    {
        _iteration = iteration;
        _attempt = 0;
        return this;
    }

    public NodeJournal Ready() => Add(new NodeReady(_id, _iteration));

    public NodeJournal Started(long queuedMs = 0)
    {
        Ready();
        _now += queuedMs;
        return Add(new NodeStarted(_id, _iteration));
    }

    public NodeJournal Attempt(string? system = null, string? prompt = null, string? inputs = null) =>
        Add(new AttemptStarted(_id, _iteration, ++_attempt) { SystemPrompt = Keep(system), Prompt = Keep(prompt), Inputs = Keep(inputs) });

    /// <summary>A call that is answered.</summary>
    public NodeJournal Call(string answer, int input = 1000, int output = 200, long ms = 800, int maxOutput = 1024, string? model = null, string finish = "stop")
    {
        var bound = Bound(model ?? Model, input, maxOutput);
        var call = Send(bound);
        _now += ms;
        var cost = new Money(((input * bound.InputRate) + (output * bound.OutputRate)) / Pricing.PerTokens);
        return Settle(new CallSettled(_id, _iteration, _attempt, call, CallOutcome.Answered, new Amount(cost, input + output, 1))
        {
            Usage = new TokenUsage(input, output),
            Answer = Keep(answer),
            AnsweredBy = $"{bound.Model}-2026-01-15",
            FinishReason = finish,
        });
    }

    /// <summary>A call that is answered with an error status, or not at all.</summary>
    public NodeJournal CallFails(NodeFailure failure, long ms = 300, long? retryInMs = null, bool charged = false)
    {
        var bound = Bound(Model, 1000, 1024);
        var call = Send(bound);
        _now += ms;
        Settle(new CallSettled(
            _id, _iteration, _attempt, call, charged ? CallOutcome.Unknown : CallOutcome.Rejected, charged ? new Amount(bound.Max, 2024, 1) : Amount.Zero)
        {
            Failure = failure,
            RetryInMs = retryInMs,
        });
        _now += retryInMs ?? 0;
        return this;
    }

    /// <summary>A call that is sent and whose end nobody writes down.</summary>
    public NodeJournal CallHangs()
    {
        Send(Bound(Model, 1000, 1024));
        return this;
    }

    public NodeJournal CallRefused(Refusal refusal) => Add(new CallRefused(_id, _iteration, _attempt, _journal.NextCall(), refusal));

    public NodeJournal AttemptFails(NodeFailure failure, StopReason? stopReason = null, long? retryInMs = null)
    {
        Add(new AttemptFailed(_id, _iteration, _attempt, failure) { StopReason = stopReason, RetryInMs = retryInMs });
        _now += retryInMs ?? 0;
        return this;
    }

    public NodeJournal Reads(params string[] contents)
    {
        _read.AddRange(contents.Select(_journal.Artifacts.Put));
        return this;
    }

    /// <summary>The attempt and the node end well with one output.</summary>
    public NodeJournal Completed(string output, string type = "text/plain", string name = "output", bool iterate = false, string? repair = null)
    {
        var hash = _journal.Artifacts.Put(output);
        if (_attempt > 0)
        {
            Add(new AttemptSucceeded(_id, _iteration, _attempt) { Repair = repair });
        }

        Add(new ArtifactStored(_id, _iteration, name, hash, type, System.Text.Encoding.UTF8.GetByteCount(output), [.. _read]));
        return Add(new NodeCompleted(_id, _iteration, new Dictionary<string, string> { [name] = hash })
        {
            Fingerprint = new string('f', 64),
            Iterate = iterate,
            Paid = true,
        });
    }

    public NodeJournal Failed(NodeFailure failure, NodeStatus status = NodeStatus.Failed, StopReason? stopReason = null) =>
        Add(new NodeFailed(_id, _iteration, status, failure) { StopReason = stopReason });

    public NodeJournal Skipped(string reason) => Add(new NodeSkipped(_id, _iteration, reason));

    public NodeJournal Blocked(string by) => Add(new NodeBlocked(_id, _iteration, by));

    public NodeJournal LoopsTo(string target) => Add(new LoopIterated(_id, _iteration + 1, target));

    public NodeJournal Asked(string question) => Add(new HumanAsked(_id, _iteration, Keep(question)!));

    public NodeJournal Answered(string by) => Add(new HumanAnswered(_id, _iteration, by));

    public NodeJournal Add(RunEvent fact)
    {
        _journal.Add(_now, fact);
        return this;
    }

    /// <summary>Rates of the journals' own price list, so that it never changes under a test.</summary>
    public static CallBound Bound(string model, long input, int maxOutput)
    {
        var (inputRate, outputRate) = model switch
        {
            "gpt-4o-mini" => (0.15m, 0.60m),
            "anthropic/claude-sonnet-4-5" => (3.00m, 15.00m),
            _ => (2.50m, 10.00m),
        };
        return new CallBound(model, input, maxOutput, Math.Min(256, maxOutput), inputRate, outputRate, 0);
    }

    private long Send(CallBound bound)
    {
        var call = _journal.NextCall();
        Add(new CallReserved(_id, _iteration, _attempt, call, new Amount(bound.Max, bound.InputTokens + bound.MaxOutputTokens, 1), bound.MaxOutputTokens, bound));
        Add(new CallSent(_id, _iteration, _attempt, call, bound.Model, Keep($$"""{"model":"{{bound.Model}}","max_tokens":{{bound.MaxOutputTokens}}}""")!));
        return call;
    }

    private NodeJournal Settle(CallSettled settled)
    {
        _journal.Spent += settled.Spent.Cost;
        return Add(settled);
    }

    private string? Keep(string? content) => content is null ? null : _journal.Artifacts.Put(content);
}
