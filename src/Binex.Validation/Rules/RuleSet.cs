using Binex.Core.Prices;
using Binex.Validation.Rules.Graphs;
using Binex.Validation.Rules.References;
using Binex.Validation.Rules.Text;

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
        yield return new SettingsRule();
        yield return new DependencyRule();
        yield return new ReferenceRule();
        yield return new ReferencePathRule();
        yield return new VariableRule();
        yield return new CycleRule();
        yield return new BackEdgeRule();
        yield return new WorkflowOutputRule();
        yield return new BudgetRule();
        yield return new CommentRule();
        yield return new DeprecatedKeyRule();
        yield return new EmptyValueRule();
        yield return new PromptRule();
        yield return new UnresolvedReferenceRule();
        yield return new BranchRule();
        yield return new BackEdgeTriggerRule();
        yield return new ComparisonRule();
        yield return new FirstIterationRule();
        if (prices is not null)
        {
            yield return new PriceRule(prices);
        }
    }

    /// <summary>
    /// The rules that look for what is not used or not needed. They apply where there is no error: what cannot be read may be what
    /// uses it.
    /// </summary>
    public static IEnumerable<IRule> CreateForUses()
    {
        yield return new RedundantDependencyRule();
        yield return new VariableUseRule();
        yield return new UnusedOutputRule();
        yield return new IsolatedNodeRule();
    }
}
