using System.Text.Json;

namespace Binex.Core.Execution;

/// <summary>A value that a node gave, and the artifact that holds it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Hash">Hash of the artifact.</param>
public sealed record OutputValue(JsonElement Value, string Hash);
