using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Core.Prices;
using Binex.Models.Prices;

namespace Binex.Models.Providers;

/// <summary>Knows where the keys of providers are.</summary>
public static class ProviderKeys
{
    /// <summary>The environment variable that holds the key for a model; null when it needs none, or can do without, or nobody knows whose it is.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="prices">Says whose a model is.</param>
    /// <param name="own">Endpoints of the project's own, by the prefix of their models.</param>
    /// <param name="environment">Reads an environment variable; of several that will do, the one that is set is named.</param>
    public static string? VariableOf(string model, IPriceBook prices, IReadOnlyDictionary<string, ProviderSettings> own, Func<string, string?> environment)
    {
        var provider = ProviderTable.Of(model, prices);
        var prefix = ModelNames.Split(model).Provider ?? provider?.Name;
        return prefix is not null && (own.GetValueOrDefault(prefix) ?? own.GetValueOrDefault(provider?.Name ?? prefix)) is { } settings
            ? settings.ApiKey?.References.FirstOrDefault(reference => reference is { Root: ReferenceRoot.Env, Default: null })?.Name
            : provider is null ? null
            : OfProvider(provider, environment);
    }

    private static string? OfProvider(ProviderEndpoint provider, Func<string, string?> environment)
    {
        var set = Array.Find(provider.KeyVariables, IsSet);
        return provider.Kind switch
        {
            ProviderKind.Azure or ProviderKind.Vertex => null,
            ProviderKind.Bedrock when set is null && IsSet(AwsKeys.IdVariable) => AwsKeys.SecretVariable,
            _ => set ?? provider.KeyVariable,
        };

        bool IsSet(string name) => !string.IsNullOrWhiteSpace(environment(name));
    }
}
