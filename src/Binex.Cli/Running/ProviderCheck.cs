using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Models.Providers;

namespace Binex.Cli.Running;

/// <summary>Finds before a run what would stop its calls from being sent: a key that is not there, a provider that nobody knows.</summary>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="variables">The values of the workflow's variables.</param>
internal sealed class ProviderCheck(Func<string, string?> environment, IReadOnlyDictionary<string, JsonElement> variables) : IReferenceSource
{
    /// <summary>The nodes whose calls could not be sent, as a problem; null when all could, or when it cannot be told yet.</summary>
    /// <param name="model">What answers calls.</param>
    /// <param name="nodes">The nodes that are still to run.</param>
    public CliProblem? Find(IChatModel model, IEnumerable<Node> nodes)
    {
        if (model is not ProviderChatModel providers)
        {
            return null;
        }

        var problems = new List<string>();
        var told = new HashSet<string>(StringComparer.Ordinal);

        // A node with a condition may never run: it is told about when it does.
        foreach (var node in nodes.Where(node => node is { Agent.Scheme: "llm", When: null }))
        {
            var failure = TryResolve(node.Model.ApiBase, out var apiBase) && TryResolve(node.Model.ApiKey, out var apiKey)
                ? providers.FindProblem(node.Agent.Target, apiBase, apiKey)
                : null;
            var (which, missing) = failure is null ? ("a fallback", FallbackProblem(providers, node)) : ("its model", failure);
            if (missing is not null && told.Add(WithoutModel(missing.Message, node)))
            {
                var place = node.Location is { } location ? $" ({location})" : "";
                problems.Add(problems.Count == 0
                    ? $"node '{node.Id}' cannot call {which}, so nothing was run{place}: {missing.Message}"
                    : $"nor can '{node.Id}'{place}: {missing.Message}");
            }
        }

        return problems.Count == 0 ? null : new CliProblem(
            ExitCodes.NothingRun,
            string.Join("; ", problems),
            "--simulate runs the workflow without any key");
    }

    /// <inheritdoc/>
    public ReferenceValue Find(Reference reference) => reference.Root switch
    {
        ReferenceRoot.User when variables.TryGetValue(reference.Name, out var value) => ReferenceValue.Of(value),
        ReferenceRoot.Env when environment(reference.Name) is { } value => ReferenceValue.Of(JsonValues.From(value)),
        _ => ReferenceValue.NotFound($"{reference} has no value before the run"),
    };

    // One of the same provider goes where the model goes, with its key.
    private static NodeFailure? FallbackProblem(ProviderChatModel providers, Node node) => node.Fallbacks
        .Where(model => (node.Model.ApiBase ?? node.Model.ApiKey) is null || ProviderNames.Of(model, providers.Prices) != ProviderNames.Of(node.Agent.Target, providers.Prices))
        .Select(model => providers.FindProblem(model, null, null))
        .FirstOrDefault(problem => problem is not null);

    // Other models that lack the same key need no sentence of their own.
    private static string WithoutModel(string message, Node node) =>
        node.Fallbacks.Append(node.Agent.Target).Aggregate(message, (text, model) => text.Replace($"'{model}'", "", StringComparison.Ordinal));

    private bool TryResolve(TextTemplate? template, out string? text)
    {
        text = null;
        if (template is null)
        {
            return true;
        }

        // A default would stand in for a value that only the run knows.
        if (template.References.Any(reference => reference.Root is not (ReferenceRoot.User or ReferenceRoot.Env)))
        {
            return false;
        }

        var value = template.Resolve(this);
        text = value.Missing is null ? JsonValues.ToText(value.Value) : null;
        return value.Missing is null;
    }
}
