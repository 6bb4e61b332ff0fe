using System.Text.Json;

namespace Binex.JsonSchema.Tests.Suite;

/// <summary>A schema of the suite with its tests.</summary>
internal sealed record SuiteGroup(string File, string Description, JsonElement Schema, IReadOnlyList<JsonElement> Tests);
