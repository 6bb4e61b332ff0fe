namespace Binex.Testing.FakePlatforms;

/// <summary>Somebody who has a token.</summary>
/// <param name="Name">Their name.</param>
/// <param name="MayWrite">Whether the token may comment.</param>
public sealed record FakeUser(string Name, bool MayWrite = true);
