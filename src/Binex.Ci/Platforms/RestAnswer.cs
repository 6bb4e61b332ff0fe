using System.Text.Json;

namespace Binex.Ci.Platforms;

/// <summary>An answer of a JSON API.</summary>
/// <param name="Json">What it says.</param>
/// <param name="NextPage">Number of the next page; null when this is the last one.</param>
internal sealed record RestAnswer(JsonElement Json, string? NextPage);
