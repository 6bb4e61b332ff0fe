using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Binex.Core.Plans.Comparison;
using Binex.Core.Plans.Json;

namespace Binex.Core.Plans;

/// <summary>
/// Writes and reads plans (<c>schemas/v1/plan.schema.json</c>) and differences (<c>schemas/v1/diff.schema.json</c>).
/// </summary>
public static class PlanJson
{
    private static readonly PlanJsonContext Plans = new(Readable(PlanJsonContext.Default.Options));
    private static readonly DiffJsonContext Differences = new(Readable(DiffJsonContext.Default.Options));

    /// <summary>A plan as indented JSON.</summary>
    /// <param name="plan">The plan.</param>
    public static string Write(Plan plan) => JsonSerializer.Serialize(plan, Plans.Plan);

    /// <summary>A difference as indented JSON.</summary>
    /// <param name="difference">The difference.</param>
    public static string Write(PlanDiff difference) => JsonSerializer.Serialize(difference, Differences.PlanDiff);

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is no plan, as a sentence; null when it is one.</param>
    /// <returns>The plan; null when the text is none.</returns>
    public static Plan? Read(ReadOnlySpan<byte> utf8, out string? problem) => Read(
        utf8, Plans.Plan, "plan", plan => plan.SchemaVersion, plan => plan.Nodes.Any(node => node is null) ? "a node of it is null" : null, out problem);

    /// <summary>Reads a difference.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is no difference, as a sentence; null when it is one.</param>
    /// <returns>The difference; null when the text is none.</returns>
    public static PlanDiff? ReadDifference(ReadOnlySpan<byte> utf8, out string? problem) => Read(
        utf8, Differences.PlanDiff, "difference", difference => difference.SchemaVersion,
        difference => difference.Nodes.Any(node => node?.Reasons is null || node.Reasons.Any(reason => reason is null)) ? "a node of it is null, or has no reasons" : null,
        out problem);

    private static T? Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, string what, Func<T, int> version, Func<T, string?> lack, out string? problem)
        where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize(utf8, type);
            problem = read is null ? $"it is null, not a {what}"
                : version(read) is not 1 and var other ? $"it is a {what} of version {other}, and this version of Binex reads version 1"
                : lack(read) is { } lacking ? $"it is not a {what}: {lacking}"
                : null;
            return problem is null ? read : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not a {what}: {exception.Message}";
            return null;
        }
    }

    private static JsonSerializerOptions Readable(JsonSerializerOptions options) => new(options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };
}
