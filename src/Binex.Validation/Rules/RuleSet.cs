using Binex.Validation.Files;
using Binex.Validation.Rules.Graphs;
using Binex.Validation.Rules.Models;
using Binex.Validation.Rules.Money;
using Binex.Validation.Rules.References;
using Binex.Validation.Rules.Security;
using Binex.Validation.Rules.Text;

namespace Binex.Validation.Rules;

/// <summary>All rules.</summary>
internal static class RuleSet
{
    /// <summary>The rules that look at whatever could be built.</summary>
    /// <param name="options">What is known beside the workflow; a rule that needs what is not known is left out.</param>
    /// <param name="files">The files beside the workflow.</param>
    public static IEnumerable<IRule> Create(LoadOptions options, IWorkflowFiles files)
    {
        yield return new VersionRule();
        yield return new NodeIdRule();
        yield return new AgentRule(options.PluginSchemes);
        yield return new LocalInputRule();
        yield return new SettingsRule();
        yield return new ExtraRule();
        yield return new EndpointRule();
        yield return new DependencyRule();
        yield return new ReferenceRule();
        yield return new ReferencePathRule();
        yield return new VariableRule();
        yield return new CycleRule();
        yield return new BackEdgeRule();
        yield return new WorkflowOutputRule();
        yield return new ToolRule(files);
        yield return new AssertionRule(options.Prices);
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
        yield return new WarnPolicyRule();
        yield return new SecretRule();
        yield return new CommandRule();
        yield return new SqlRule();
        yield return new UnneededToolRule();
        yield return new AddressRule();
        if (options is { KeyVariable: { } keyVariable, Environment: { } environment })
        {
            yield return new CredentialsRule(keyVariable, environment);
        }

        if (options.Prices is { } prices)
        {
            yield return new PriceRule(prices);
            yield return new ParameterRule(prices);
            yield return new AttachmentRule(prices);
            yield return new PromptLengthRule(prices);
            yield return new OutputLimitRule(prices);
            if (options.Today is { } today)
            {
                yield return new RetirementRule(prices, today);
            }
        }
    }

    /// <summary>
    /// The rules that apply where there is no error: those that plan the workflow, and those that look for what is not used or not
    /// needed, since what cannot be read may be what uses it.
    /// </summary>
    /// <param name="options">What is known beside the workflow; a rule that needs what is not known is left out.</param>
    public static IEnumerable<IRule> CreateForSound(LoadOptions options)
    {
        yield return new RedundantDependencyRule();
        yield return new VariableUseRule();
        yield return new UnusedOutputRule();
        yield return new IsolatedNodeRule();
        yield return new SideEffectsRule();
        yield return new SystemPromptRule();
        if (options.Prices is { } prices)
        {
            yield return new MultiplicationRule(prices);
            yield return new GroupCapRule(prices);
            if (options.TokenBounds is { } tokens)
            {
                yield return new LeastBudgetRule(prices, tokens);
                yield return new WorstCaseRule(prices, tokens);
            }
        }
    }
}
