using System.Text.Json;

namespace Binex.Engine.Loop;

/// <summary>A value that a run returns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="Hash">Hash of the artifact that holds it.</param>
public sealed record RunOutput(string Name, JsonElement Value, string Hash);
