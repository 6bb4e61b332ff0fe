using Binex.Core.Prices;

namespace Binex.Validation.Rules;

/// <summary>All rules.</summary>
internal static class RuleSet
{
    /// <summary>The rules that apply.</summary>
    /// <param name="prices">The price book; without one, nothing is said of prices.</param>
    /// <param name="plugins">Kinds of agents that plugins add.</param>
    public static IEnumerable<IRule> Create(IPriceBook? prices, IReadOnlyCollection<string> plugins)
    {
        yield return new VersionRule();
        yield return new NodeIdRule();
        yield return new AgentRule(plugins);
        yield return new LocalInputRule();
        yield return new SettingsRule();
        yield return new DependencyRule();
        yield return new ReferenceRule();
        yield return new ReferencePathRule();
        yield return new VariableRule();
        yield return new CycleRule();
        yield return new BackEdgeRule();
        yield return new WorkflowOutputRule();
        yield return new BudgetRule();
        if (prices is not null)
        {
            yield return new PriceRule(prices);
        }
    }
}
