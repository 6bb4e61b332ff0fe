namespace Binex.Core.Runs.Events;

/// <summary><c>run.cancelling</c>: nothing is started any more, and what runs is cancelled.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">Why, as a sentence.</param>
public sealed record RunCancelling(StopReason Reason, string Message) : RunEvent;
