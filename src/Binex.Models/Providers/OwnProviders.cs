using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Core.Json;

namespace Binex.Models.Providers;

/// <summary>Endpoints of the project's own, as <c>binex.yaml</c> gives them. Environment variables are read when they are needed.</summary>
/// <param name="settings">The endpoints, by the prefix of their models.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class OwnProviders(IReadOnlyDictionary<string, ProviderSettings> settings, Func<string, string?> environment) : IReferenceSource
{
    /// <summary>Their names.</summary>
    internal IEnumerable<string> Names => settings.Keys;

    /// <summary>The endpoint with a name; null when there is none.</summary>
    /// <param name="prefix">What stands before the slash.</param>
    internal ProviderSettings? Find(string? prefix) => prefix is null ? null : settings.GetValueOrDefault(prefix);

    /// <summary>A text with the values of the environment.</summary>
    /// <param name="template">The text.</param>
    /// <returns>The value; null, with the sentence that says which variable is not set.</returns>
    internal (string? Value, string? Missing) Resolve(TextTemplate template)
    {
        var value = template.Resolve(this);
        return value.Missing is { } missing ? (null, missing) : (JsonValues.ToText(value.Value), null);
    }

    /// <inheritdoc/>
    public ReferenceValue Find(Reference reference) => reference.Root == ReferenceRoot.Env && environment(reference.Name) is { Length: > 0 } value
        ? ReferenceValue.Of(JsonValues.From(value))
        : ReferenceValue.NotFound($"the environment variable {reference.Name} is not set");
}
