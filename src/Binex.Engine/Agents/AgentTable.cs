using System.Diagnostics.CodeAnalysis;
using Binex.Core.Workflows;

namespace Binex.Engine.Agents;

/// <summary>The agents that this version can run, by the scheme of their URI.</summary>
internal sealed class AgentTable(IAgent local, IAgent model, IAgent human)
{
    /// <summary>The agent for a URI.</summary>
    public bool TryFind(AgentUri uri, [NotNullWhen(true)] out IAgent? agent)
    {
        agent = uri.Scheme switch
        {
            "local" => local,
            "llm" => model,
            "human" => human,
            _ => null,
        };
        return agent is not null;
    }
}
