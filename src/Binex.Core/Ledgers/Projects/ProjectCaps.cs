using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>What all runs of a project together may spend. A cap that is null does not hold.</summary>
/// <param name="Day">In a day, from midnight to midnight UTC.</param>
/// <param name="Month">In a month, UTC.</param>
public sealed record ProjectCaps(Money? Day, Money? Month)
{
    /// <summary>Path of the account of a day.</summary>
    public const string DayPath = "day";

    /// <summary>Path of the account of a month.</summary>
    public const string MonthPath = "month";

    /// <summary>No cap at all.</summary>
    public static ProjectCaps None { get; } = new(null, null);

    /// <summary>Whether there is a cap, so that the project's ledger is needed.</summary>
    public bool Hold => Day is not null || Month is not null;
}
