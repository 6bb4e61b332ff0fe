using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;

namespace Binex.Core.Reports.Projection;

/// <summary>Makes sentences of what happened to the run as a whole.</summary>
internal sealed class RunNotes
{
    private const int MostModelsTold = 5;

    private readonly List<ReportNote> _notes = [];

    public IReadOnlyList<ReportNote> All => _notes;

    public void Warn(DateTimeOffset at, string message) => _notes.Add(new ReportNote(at, "warning", message));

    public void Tell(JournalEntry entry)
    {
        if (entry.Event is RunPlanned { Unpriced: { Count: > 0 } unpriced })
        {
            Warn(entry.At, UnpricedText(unpriced));
        }

        var note = entry.Event switch
        {
            BudgetWarned warned => new ReportNote(entry.At, "info",
                $"{(warned.Share * 100).ToString("0.#", CultureInfo.InvariantCulture)} % of the budget of {RefusalText.Name(warned.Account)} is spent: {warned.Spent} of {warned.Limit}"),
            BudgetExceeded exceeded => new ReportNote(entry.At, "warning",
                $"the {exceeded.Limit} budget of {RefusalText.Name(exceeded.Account)} is passed: {exceeded.Spent} is spent; the policy is to warn, so the run went on"),
            RunPlanned { InputShare: { } share } => new ReportNote(entry.At, "info",
                $"requests were taken at {(share * 100).ToString("0.#", CultureInfo.InvariantCulture)} % of their sound bound (token_bound: estimate), so that a provider may bill more than was held"),
            BudgetOvershot { Estimated: true } overshot => new ReportNote(entry.At, "warning",
                $"the provider billed {overshot.Billed} for call {overshot.Call} of node '{overshot.Node}', more than the estimate of {overshot.Held} that was held; every cap held all the same"),
            BudgetOvershot { CountedTokens: { } counted, HeldTokens: { } held } overshot => new ReportNote(entry.At, "error",
                $"the provider counted {counted.ToString("N0", CultureInfo.InvariantCulture)} tokens for call {overshot.Call} of node '{overshot.Node}', more than the worst case of {held.ToString("N0", CultureInfo.InvariantCulture)} that was held, and passed a cap on tokens; the run was stopped"),
            BudgetOvershot overshot => new ReportNote(entry.At, "error",
                $"the provider billed {overshot.Billed} for call {overshot.Call} of node '{overshot.Node}', more than the worst case of {overshot.Held} that was held; the run was stopped"),
            CallSettled { FinishReason: "length" } cut => new ReportNote(entry.At, "warning",
                $"the answer to call {cut.Call} of node '{cut.Node}' was cut off at its limit{(cut.Usage is { } usage ? $" of {usage.Output:N0} tokens" : "")}; a higher max_tokens lets it end"),
            CallMissed missed => new ReportNote(entry.At, "warning", $"node '{missed.Node}' asks what was not recorded; {missed.Drift}"),
            RunCancelling cancelling => new ReportNote(entry.At, "info", $"the run was told to stop: {cancelling.Message}"),
            _ => null,
        };
        if (note is not null)
        {
            _notes.Add(note);
        }
    }

    private static string UnpricedText(IReadOnlyList<string> models)
    {
        var more = models.Count - MostModelsTold;
        var names = string.Join(", ", models.Take(MostModelsTold)) + (more > 0 ? $" and {more:N0} more" : "");
        return models.Count == 1
            ? $"the model {names} has no price, so what it costs is in no amount here; 'prices' in binex.yaml gives it one"
            : $"the models {names} have no price, so what they cost is in no amount here; 'prices' in binex.yaml gives them one";
    }

    /// <summary>What the journal does not say, or says in words that this version does not know.</summary>
    public void Tell(ReportRun run, JournalGaps gaps)
    {
        if (gaps.Damage is { } damage)
        {
            _notes.Add(new ReportNote(run.StartedAt, "error", $"this report ends where the journal is damaged: {damage}"));
        }

        if (gaps.UnknownEvents > 0)
        {
            var facts = gaps.UnknownEvents == 1 ? "1 fact that a newer version of Binex wrote is" : $"{gaps.UnknownEvents} facts that a newer version of Binex wrote are";
            Warn(run.StartedAt, $"{facts} left out, so that this report may miss something; make it again with that version");
        }

        if (gaps.DroppedBytes > 0)
        {
            _notes.Add(new ReportNote(run.StartedAt, "info", "the last line of the journal was cut off while it was written, and is left out"));
        }

        if (run.Status == RunStatus.Pending)
        {
            _notes.Add(new ReportNote(run.StartedAt, "info", "the run has not begun: there is nothing in its journal"));
        }

        if (run.Status == RunStatus.Running)
        {
            _notes.Add(new ReportNote(run.StartedAt, "info", "the run is still going; this report shows it as far as it has come"));
        }
    }

    public void Resume(RunResumed resumed, DateTimeOffset at, IReadOnlyList<ReportPause> pauses)
    {
        var pause = pauses is [.., var last] ? $" after a pause of {DurationText.Of(TimeSpan.FromMilliseconds(last.DurationMs))}, which no duration counts" : "";
        var charged = resumed.ChargedHolds > Money.Zero
            ? $"; {resumed.ChargedHolds} of calls whose end is not known was charged in full"
            : "";
        _notes.Add(new ReportNote(at, "info", $"the run was resumed{pause}{charged}"));
    }
}
