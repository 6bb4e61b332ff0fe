using System.Text.Json;

namespace Binex.Validation.Rules.References;

/// <summary>What is known of the values that a reference can have.</summary>
/// <param name="Type">Name of their type, in the words of JSON Schema; null when it is not known.</param>
/// <param name="Values">All values there are; null when they are not known.</param>
internal sealed record ValueDomain(string? Type, IReadOnlyList<JsonElement>? Values)
{
    /// <summary>What to do about a value that is none of them; null where naming them says it all.</summary>
    public Func<string, string?> Remedy { get; init; } = _ => null;
}
