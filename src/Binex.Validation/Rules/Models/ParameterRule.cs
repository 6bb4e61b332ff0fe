using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>Models take the parameters that they are given. Nothing is said of a model of which nobody knows what it can do.</summary>
/// <param name="prices">The price book, which knows the features of models.</param>
internal sealed class ParameterRule(IPriceBook prices) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node is { ModelPlace: not null, Map: { } map, Node.Model.ApiBase: null }
                && prices.Find(node.Node.Agent.Target) is { Features.Count: > 0 } price)
            {
                Check(draft, node, map, price, findings);
            }
        }
    }

    private static void Check(WorkflowDraft draft, NodeDraft node, MappingNode map, ModelPrice price, FindingList findings)
    {
        var model = node.Node.Agent.Target;
        var config = map.Map("config");
        if (map.Entry("tools") is { Value: SequenceNode { Items.Count: > 0 } } tools && !price.Features.Contains(ModelFeatures.Tools))
        {
            findings.Add(
                DiagnosticCatalog.UnsupportedParameter,
                tools.Key.Location,
                $"'{model}' cannot call tools",
                "leave 'tools' out, or name a model that calls tools");
        }

        if (config?.Entry("reasoning_effort") is { Value: ScalarNode { IsText: true, Value: not ("none" or "") } } effort
            && !price.Features.Contains(ModelFeatures.Reasoning))
        {
            findings.Add(
                DiagnosticCatalog.UnsupportedParameter,
                effort.Key.Location,
                $"'{model}' is no reasoning model, so it takes no 'reasoning_effort'",
                "leave it out, or name a reasoning model");
        }

        if (TakesNoSampling(price))
        {
            CheckSampling(model, "temperature", node.Node.Model.Temperature, config?.Entry("temperature") ?? draft.Root.Map("defaults")?.Entry("temperature"), findings);
            CheckSampling(model, "top_p", node.Node.Model.TopP, config?.Entry("top_p"), findings);
        }

        if (node.OutputSchema is not null && !price.Features.Contains(ModelFeatures.ResponseSchema))
        {
            findings.Add(
                DiagnosticCatalog.SchemaNotEnforced,
                map.Entry("output_schema")!.Key.Location,
                $"'{model}' does not keep to a schema by itself, so each answer that breaks it costs a repair or another attempt",
                "say in the prompt what the answer must look like, or name a model with structured outputs");
        }
    }

    private static void CheckSampling(string model, string name, double? value, MappingEntry? entry, FindingList findings)
    {
        if (value is not null and not 1 && entry is not null)
        {
            findings.Add(
                DiagnosticCatalog.UnsupportedParameter,
                entry.Key.Location,
                $"the reasoning model '{model}' takes no '{name}' but 1, and refuses the call",
                $"leave '{name}' out; 'reasoning_effort' changes how much it thinks");
        }
    }

    // OpenAI's o series and the first GPT-5; later ones take a temperature when they do not reason, which is how they begin.
    private static bool TakesNoSampling(ModelPrice price)
    {
        if (price.Provider is not ("openai" or "azure") || !price.Features.Contains(ModelFeatures.Reasoning))
        {
            return false;
        }

        var name = price.Model.AsSpan(price.Model.LastIndexOf('/') + 1);
        return name is ['o', >= '0' and <= '9', ..]
            || (name.StartsWith("gpt-5", StringComparison.Ordinal) && (name.Length == "gpt-5".Length || name["gpt-5".Length] == '-'));
    }
}
