using Binex.Core.Prices;

namespace Binex.Core.Ledgers.Projects;

/// <summary>A call that its run has room for, and that wants room from the project.</summary>
/// <param name="Bound">What it can cost.</param>
/// <param name="MaxOutputTokens">The output limit that its run has room for.</param>
/// <param name="LeastOutputTokens">The lowest output limit that will do.</param>
internal sealed record ProjectWish(CallBound Bound, int MaxOutputTokens, int LeastOutputTokens)
{
    public TaskCompletionSource<ProjectAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
