using Binex.Core.Configuration;

namespace Binex.Models.Providers;

/// <summary>A provider that Binex knows.</summary>
/// <param name="Name">Prefix of its models, as in <c>groq/llama-3.3-70b-versatile</c>; also its name in the price book.</param>
/// <param name="Url">
/// The path below which its operations stand. <c>{A|B}</c> is the value of the environment variable <c>A</c>, or of <c>B</c> where that is not set.
/// </param>
/// <param name="KeyVariables">The environment variables that may hold its key; the first that is set does. Empty where it wants none.</param>
internal sealed record ProviderEndpoint(string Name, string Url, params string[] KeyVariables)
{
    /// <summary>The protocol that it speaks.</summary>
    internal ProviderKind Kind { get; init; }

    /// <summary>The environment variable that its key is looked for in first; null where it wants none.</summary>
    internal string? KeyVariable => KeyVariables.Length > 0 ? KeyVariables[0] : null;

    /// <summary>What to set where there is no key, if more than one variable will do; null where it is just <see cref="KeyVariable"/>.</summary>
    internal string? KeyAdvice { get; init; }

    /// <summary>Where it has Claude, if that is elsewhere than its other models; null where it is not.</summary>
    internal ProviderEndpoint? Claude { get; init; }

    /// <summary>
    /// Whether the output limit is called <c>max_completion_tokens</c> there, which counts reasoning on every model, and not <c>max_tokens</c>.
    /// </summary>
    internal bool LimitsCompletion { get; init; }

    /// <summary>Where it has a model.</summary>
    /// <param name="model">The model, with or without the prefix.</param>
    internal ProviderEndpoint For(string model) => Claude is { } claude && model.Contains("claude", StringComparison.OrdinalIgnoreCase) ? claude : this;

    /// <summary>Its address with the values of the environment in it.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>The address; null, with the variable to set, where a value is missing.</returns>
    internal (string? Address, string? Missing) AddressIn(Func<string, string?> environment)
    {
        var address = Url;
        for (var open = address.IndexOf('{', StringComparison.Ordinal); open >= 0; open = address.IndexOf('{', StringComparison.Ordinal))
        {
            var close = address.IndexOf('}', open);
            var names = address[(open + 1)..close].Split('|');
            if (Array.Find(names, name => !string.IsNullOrWhiteSpace(environment(name))) is not { } set)
            {
                return (null, names[0]);
            }

            // A value with a brace would be looked up in turn.
            var value = environment(set)!.Trim().TrimEnd('/');
            address = address[..open] + value.Replace("{", "%7B", StringComparison.Ordinal) + address[(close + 1)..];
        }

        return (address, null);
    }
}
