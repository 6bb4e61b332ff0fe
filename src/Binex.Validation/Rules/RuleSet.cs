using Binex.Validation.Files;
using Binex.Validation.Rules.Models;
using Binex.Validation.Rules.Money;
using Binex.Validation.Rules.Security;

namespace Binex.Validation.Rules;

/// <summary>All rules.</summary>
internal static class RuleSet
{
    /// <summary>The rules that apply. Those that plan come last, because they look only at what has no errors.</summary>
    /// <param name="options">What is known beside the workflow; a rule that needs what is not known is left out.</param>
    /// <param name="files">The files beside the workflow.</param>
    public static IEnumerable<IRule> Create(LoadOptions options, IWorkflowFiles files)
    {
        yield return new VersionRule();
        yield return new NodeIdRule();
        yield return new AgentRule(options.PluginSchemes);
        yield return new SettingsRule();
        yield return new DependencyRule();
        yield return new ReferenceRule();
        yield return new ReferencePathRule();
        yield return new VariableRule();
        yield return new CycleRule();
        yield return new BackEdgeRule();
        yield return new WorkflowOutputRule();
        yield return new ToolRule(files);
        yield return new BudgetRule();
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

        if (options.Prices is not { } prices)
        {
            yield return new AssertionRule(null);
            yield return new SideEffectsRule();
            yield return new SystemPromptRule();
            yield break;
        }

        yield return new PriceRule(prices);
        yield return new ParameterRule(prices);
        yield return new PromptLengthRule(prices);
        yield return new AssertionRule(prices);
        yield return new OutputLimitRule(prices);
        if (options.Today is { } today)
        {
            yield return new RetirementRule(prices, today);
        }

        yield return new SideEffectsRule();
        yield return new SystemPromptRule();
        yield return new MultiplicationRule(prices);
        if (options.TokenBounds is { } tokens)
        {
            yield return new LeastBudgetRule(prices, tokens);
            yield return new WorstCaseRule(prices, tokens);
        }
    }
}
