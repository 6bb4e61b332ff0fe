using Binex.Core.Workflows;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Money;

/// <summary>A run to try: what runs, what it may spend, and what happens to it.</summary>
internal sealed record MoneyCase
{
    public required int Seed { get; init; }

    public required Workflow Workflow { get; init; }

    /// <summary>Whether all its calls, one after the other at their worst, fit its caps.</summary>
    public required bool Fits { get; init; }

    /// <summary>Whether nothing goes wrong at the provider.</summary>
    public required bool IsCalm { get; init; }

    /// <summary>When the whole run is cancelled; null when it is not.</summary>
    public TimeSpan? CancelAfter { get; init; }

    public bool FailFast { get; init; }

    /// <summary>Whether somebody listens to the answers, so that they are streamed.</summary>
    public bool IsStreamed { get; init; }

    public required Func<FakeCall, FakeReply> Reply { get; init; }

    public decimal? Cap => Workflow.Budget.Caps.MaxCost?.Usd;
}
