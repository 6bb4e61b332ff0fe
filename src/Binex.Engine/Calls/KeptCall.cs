using Binex.Core.Runs.Events;

namespace Binex.Engine.Calls;

/// <summary>A call that an earlier process paid for and whose node did not end.</summary>
/// <param name="Sent">What was asked.</param>
/// <param name="MaxOutputTokens">The output limit that it was sent with.</param>
/// <param name="Settled">What it was answered.</param>
internal sealed record KeptCall(CallSent Sent, int MaxOutputTokens, CallSettled Settled);
