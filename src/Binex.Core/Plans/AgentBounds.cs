using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>The bounds of agents, by the scheme of their URI: the one table of them.</summary>
internal sealed class AgentBounds(Workflow workflow, IPriceBook prices, RequestBounds requests)
{
    private readonly IAgentBound _estimated = new EstimatedBound(workflow);
    private readonly Dictionary<string, IAgentBound> _byScheme = new(StringComparer.Ordinal)
    {
        ["llm"] = new ModelBound(workflow, prices, requests),
        ["local"] = new FreeBound(workflow),
        ["human"] = new FreeBound(workflow),
    };

    public IAgentBound For(AgentUri agent) => _byScheme.GetValueOrDefault(agent.Scheme, _estimated);
}
