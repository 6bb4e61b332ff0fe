using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Configuration;

/// <summary>Builds what can be built of a configuration. What has the wrong type or is missing was reported by the schema check and is passed over.</summary>
internal sealed class ConfigurationBuilder(FindingList findings)
{
    /// <summary>Builds a configuration.</summary>
    /// <param name="root">The document.</param>
    /// <param name="folder">Full path of the folder that holds it.</param>
    public ProjectConfiguration Build(MappingNode root, string folder) => new()
    {
        Folder = folder,
        Workflows = [.. root.Texts("workflows").Where(IsInside).Select(pattern => pattern.Value)],
        Store = root.Text("store")?.Value,
        Budget = BudgetOf(root.Map("budget")),
        Concurrency = ConcurrencyBuilder.Build(root["concurrency"]),
        RateLimits = Named(root.Map("rate_limits"), RateLimitsOf),
        Providers = new ProviderBuilder(findings).Build(root.Map("providers")),
        Prices = Named(root.Map("prices"), PriceOf),
        Severities = SeverityBuilder.Build(root.Map("diagnostics"), findings),
        Gates = new GateBuilder(findings).Build(root.Map("gates")),
    };

    private bool IsInside(ScalarNode pattern)
    {
        if (!Path.IsPathRooted(pattern.Value) && !pattern.Value.Split('/', '\\').Contains(".."))
        {
            return true;
        }

        findings.Add(
            DiagnosticCatalog.PatternOutside,
            pattern.Location,
            $"'{pattern.Value}' leads out of the folder of {ConfigurationFile.Name}",
            "write a pattern that starts from that folder, such as workflows/**/*.yaml");
        return false;
    }

    private static ProjectBudget BudgetOf(MappingNode? map) => new()
    {
        Run = AmountOf(map, "run"),
        Day = AmountOf(map, "day"),
        Month = AmountOf(map, "month"),
    };

    private static Money? AmountOf(MappingNode? map, string key) => map.Number(key) is >= 0 and var amount ? new Money(amount) : null;

    private RateLimits? RateLimitsOf(string provider, MappingNode map) => new(RateOf(map, "requests"), RateOf(map, "tokens"));

    private Rate? RateOf(MappingNode map, string key)
    {
        if (map.Text(key) is not { } written)
        {
            return null;
        }

        if (Rate.Parse(written.Value) is { } rate)
        {
            return rate;
        }

        findings.Add(
            DiagnosticCatalog.BadRate,
            written.Location,
            $"'{written.Value}' is no rate",
            "write a whole number, a slash and a unit (s, m, h, d), such as 500/m");
        return null;
    }

    private static ModelPrice? PriceOf(string model, MappingNode map)
    {
        if (map.Number("input") is not { } input || map.Number("output") is not { } output)
        {
            return null;
        }

        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return new ModelPrice(
            model, slash > 0 ? model[..slash] : "", new PriceRates(input, output, map.Number("cache_read"), map.Number("cache_write"))
            {
                Reasoning = map.Number("reasoning"),
            })
        {
            PerRequest = map.Number("per_request") ?? 0,
            MaxInputTokens = map.Integer("max_input_tokens"),
            MaxOutputTokens = map.Integer("max_output_tokens"),
        };
    }

    private static Dictionary<string, T> Named<T>(MappingNode? map, Func<string, MappingNode, T?> build)
        where T : class
    {
        var named = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is MappingNode settings && build(key.Value, settings) is { } built)
            {
                named[key.Value] = built;
            }
        }

        return named;
    }
}
