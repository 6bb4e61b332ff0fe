using System.Text.Encodings.Web;
using System.Text.Json;
using Binex.Core.Json;
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
    private static readonly PublishedFormat<Plan> PlanFormat = new("a plan", "plan.schema.json", Plans.Plan);
    private static readonly PublishedFormat<PlanDiff> DifferenceFormat = new("a difference", "diff.schema.json", Differences.PlanDiff);

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
    public static Plan? Read(ReadOnlySpan<byte> utf8, out string? problem) => PlanFormat.Read(utf8, out problem);

    /// <summary>Reads a difference.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is no difference, as a sentence; null when it is one.</param>
    /// <returns>The difference; null when the text is none.</returns>
    public static PlanDiff? ReadDifference(ReadOnlySpan<byte> utf8, out string? problem) => DifferenceFormat.Read(utf8, out problem);

    private static JsonSerializerOptions Readable(JsonSerializerOptions options) => new(options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };
}
