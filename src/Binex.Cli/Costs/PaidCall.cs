using Binex.Store.Costs;
using Binex.Store.Runs;

namespace Binex.Cli.Costs;

/// <summary>A call that was paid, and the run that paid it.</summary>
internal sealed record PaidCall(RunSummary Run, RunCharge Charge);
