using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>Replaces the references of a node by values.</summary>
internal static class NodeResolver
{
    /// <summary>The node with values in place of references; null when a reference has none.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="scope">Where values come from.</param>
    /// <param name="secrets">Learns the key.</param>
    /// <param name="missing">Which reference has no value, as a sentence.</param>
    public static ResolvedNode? Resolve(NodeExecution execution, IReferenceSource scope, SecretMask secrets, out string? missing)
    {
        missing = null;
        var node = execution.Node;
        var inputs = new OrderedDictionary<string, JsonElement>();
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

        if (apiKey is not null)
        {
            secrets.Add(apiKey);
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

    private static List<UpstreamNode> Unreferenced(NodeExecution execution)
    {
        var referenced = execution.Node.References.Where(reference => reference.Root == ReferenceRoot.Output && !IsCondition(execution, reference))
            .Select(reference => reference.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. execution.Dependencies.Where(dependency => !referenced.Contains(dependency.Id))];
    }

    // A condition looks at an output without passing it on.
    private static bool IsCondition(NodeExecution execution, Reference reference) =>
        execution.Node.When is { } when && when.References.Any(other => ReferenceEquals(other, reference));

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
