using System.Text.Json;

namespace Binex.Testing.FakeProvider;

/// <summary>One request as the fake provider received it.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Marker">Which node asked, as far as its prompt tells.</param>
/// <param name="Times">How often that marker has asked so far, this request included.</param>
/// <param name="Body">The whole body.</param>
/// <param name="Authorization">The header of that name.</param>
/// <param name="IsStreamed">Whether the answer is wanted piece by piece.</param>
/// <param name="InputTokens">Tokens of the messages by this provider's count.</param>
/// <param name="MaxOutputTokens">The output limit; null when none was sent.</param>
public sealed record FakeCall(
    int Number, string Model, string Marker, int Times, JsonElement Body, string? Authorization, bool IsStreamed, long InputTokens, int? MaxOutputTokens)
{
    /// <summary>Where it was sent, as it was written.</summary>
    public string Path { get; init; } = "";

    /// <summary>Its headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>All that the messages say, one after the other.</summary>
    public string Prompt => string.Join('\n', FakeTokens.Texts(Body));
}
