using Binex.Core.Models;

namespace Binex.Engine.Tests.Harness;

/// <summary>A request that reached the scripted model.</summary>
/// <param name="Number">Which call of its node, from 1.</param>
/// <param name="Request">The request.</param>
/// <param name="At">When it came.</param>
/// <param name="Token">Given up by the engine when it is cancelled.</param>
internal sealed record ScriptedCall(int Number, ChatRequest Request, DateTimeOffset At, CancellationToken Token)
{
    public string User => Request.Messages.First(message => message.Role == ChatRole.User).Text;

    public string Last => Request.Messages[^1].Text;

    public string? System => Request.Messages[0].Role == ChatRole.System ? Request.Messages[0].Text : null;
}
