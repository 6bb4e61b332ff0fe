using Binex.Core.Costs;
using Binex.Core.Workflows;

namespace Binex.Core.Reports;

/// <summary>Caps, refusals and overshoot of a run.</summary>
public sealed record ReportBudget
{
    /// <summary>What happens when a cap is reached.</summary>
    public BudgetPolicy Policy { get; init; }

    /// <summary>Every cap and how far it was used.</summary>
    public IReadOnlyList<ReportCap> Caps { get; init; } = [];

    /// <summary>Every call that was refused.</summary>
    public IReadOnlyList<ReportRefusal> Refusals { get; init; } = [];

    /// <summary>By how much providers billed above what was held; zero when they did not.</summary>
    public Money Overshoot { get; init; }

    /// <summary>
    /// The share of sound bounds at which requests were taken, from 0 to 1, when token bounds were estimates; null when they were sound.
    /// </summary>
    public decimal? InputShare { get; init; }

    /// <summary>What was held for calls against what they were charged; null when no call was made.</summary>
    public ReportReservations? Reservations { get; init; }
}
