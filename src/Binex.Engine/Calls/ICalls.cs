using Binex.Core.Models;
using Binex.Engine.Agents;

namespace Binex.Engine.Calls;

/// <summary>Makes calls of models. Safe to call from any thread.</summary>
internal interface ICalls
{
    /// <summary>Makes a call.</summary>
    /// <param name="context">Who calls.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The journal, an artifact or a cassette could not be written.</exception>
    Task<CallResult> CallAsync(AgentContext context, ChatRequest request, CancellationToken cancellationToken);
}
