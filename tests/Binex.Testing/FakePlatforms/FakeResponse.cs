namespace Binex.Testing.FakePlatforms;

/// <summary>What a fake platform answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">An object that is written as JSON, or a string that is written as it is.</param>
public sealed record FakeResponse(int Status, object Body)
{
    /// <summary>Its headers.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];
}
