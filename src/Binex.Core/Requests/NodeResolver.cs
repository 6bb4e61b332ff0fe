using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Core.Requests;

/// <summary>Replaces the references of a node by values.</summary>
public static class NodeResolver
{
    private static readonly OrderedDictionary<string, JsonElement> NoInputs = [];

    /// <summary>The node with values in place of references; null when a reference has none.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="scope">Where values come from.</param>
    /// <param name="missing">Which reference has no value, as a sentence.</param>
    public static ResolvedNode? Resolve(NodeExecution execution, IReferenceSource scope, out string? missing)
    {
        missing = null;
        var node = execution.Node;
        var inputs = node.Inputs.Count == 0 ? NoInputs : [];
        foreach (var input in node.Inputs)
        {
            var value = input.Value.Resolve(scope);
            if (value.Missing is not null)
            {
                missing = $"input '{input.Name}': {value.Missing}";
                return null;
            }

            inputs[input.Name] = value.Value;
        }

        var systemPrompt = Text(node.SystemPrompt, "system_prompt", scope, ref missing);
        var prompt = Text(node.Prompt, "prompt", scope, ref missing);
        var apiBase = Text(node.Model.ApiBase, "config.api_base", scope, ref missing);
        var apiKey = Text(node.Model.ApiKey, "config.api_key", scope, ref missing);
        if (missing is not null)
        {
            return null;
        }

        return new ResolvedNode
        {
            SystemPrompt = systemPrompt,
            Prompt = prompt,
            Inputs = inputs,
            Unreferenced = Unreferenced(execution),
            ApiBase = apiBase,
            ApiKey = apiKey,
        };
    }

    // Each output that no reference passes on already.
    private static IReadOnlyList<UpstreamNode> Unreferenced(NodeExecution execution)
    {
        if (PassedOn(execution.Node) is not { Count: > 0 } passedOn)
        {
            return execution.Dependencies;
        }

        var unreferenced = new List<UpstreamNode>();
        foreach (var dependency in execution.Dependencies)
        {
            if (!passedOn.TryGetValue(dependency.Id, out var names))
            {
                unreferenced.Add(dependency);
            }
            else if (dependency.Outputs is { ByName: var outputs } && outputs.Keys.Any(name => !names.Contains(name)))
            {
                var rest = outputs.Where(output => !names.Contains(output.Key));
                unreferenced.Add(dependency with { Outputs = new NodeOutputs(new OrderedDictionary<string, OutputValue>(rest)) });
            }
        }

        return unreferenced;
    }

    // A condition looks at an output without passing it on.
    private static Dictionary<string, HashSet<string>>? PassedOn(Node node)
    {
        Dictionary<string, HashSet<string>>? passedOn = null;
        Add(node.SystemPrompt?.References ?? []);
        Add(node.Prompt?.References ?? []);
        foreach (var input in node.Inputs)
        {
            Add(input.Value.References);
        }

        return passedOn;

        void Add(IReadOnlyList<Reference> references)
        {
            for (var i = 0; i < references.Count; i++)
            {
                if (references[i] is { Root: ReferenceRoot.Output } reference)
                {
                    passedOn ??= new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
                    (passedOn.TryGetValue(reference.Name, out var names) ? names : passedOn[reference.Name] = []).Add(reference.Output);
                }
            }
        }
    }

    private static string? Text(TextTemplate? template, string where, IReferenceSource scope, ref string? missing)
    {
        if (template is null)
        {
            return null;
        }

        var value = template.Resolve(scope);
        missing ??= value.Missing is null ? null : $"{where}: {value.Missing}";
        return JsonValues.ToText(value.Value);
    }
}
