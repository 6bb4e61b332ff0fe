using System.Text.Json;

namespace Binex.Testing.FakePlatforms;

/// <summary>A request that a fake platform got.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, from the root of the API, without its query.</param>
/// <param name="Query">Its query, decoded.</param>
/// <param name="Token">The token that it carries.</param>
/// <param name="Json">Its body.</param>
public sealed record FakeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, string Token, JsonElement Json)
{
    /// <summary>The value of a parameter as a number.</summary>
    public int Number(string name, int otherwise) =>
        Query.TryGetValue(name, out var text) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    public override string ToString() => $"{Method} {Path}";
}
