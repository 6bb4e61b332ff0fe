namespace Binex.Spine.Tests.Kill;

/// <summary>What happened in many killed runs.</summary>
internal sealed class KillFigures
{
    private readonly Lock _gate = new();
    private readonly List<int> _completed = [];
    private int _runs;
    private int _unharmed;
    private int _calls;
    private int _resumptionsWithCharge;
    private int _again;
    private decimal _billed;
    private decimal _spent;
    private decimal _mostBilled;

    public void Add(KilledRun run)
    {
        lock (_gate)
        {
            _runs++;
            _unharmed += run.Kills == 0 ? 1 : 0;
            _completed.AddRange(run.CompletedAtKills);
            _calls += run.Server.Calls.Count;
            _resumptionsWithCharge += run.ChargedHolds;
            _again += run.AnsweredAgain;
            _billed += run.Server.Billed;
            _spent += run.Spent;
            _mostBilled = Math.Max(_mostBilled, run.Server.Billed);
        }
    }

    public override string ToString() =>
        $"{_runs} runs completed, {_completed.Count} kills ({_unharmed} runs ended before theirs), with {_completed.Count(count => count == 0)} before the first node, "
        + $"{_completed.Count(count => count is > 0 and < KillWorkflow.Nodes)} in the middle, {_completed.Count(count => count == KillWorkflow.Nodes)} after the last node; "
        + $"{_calls} calls, {_resumptionsWithCharge} resumptions charged open holds, {_again} answered calls of nodes that had not completed; "
        + $"billed {_billed:0.000000} USD, recorded {_spent:0.000000} USD, highest bill {_mostBilled:0.000000} of a cap of {KillWorkflow.Cap}";
}
