using System.Text.Encodings.Web;
using System.Text.Json;
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
    public static Plan? Read(ReadOnlySpan<byte> utf8, out string? problem)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(utf8, Plans.Plan);
            problem = plan switch
            {
                null => "it is null, not a plan",
                { SchemaVersion: not 1 } => $"it is a plan of version {plan.SchemaVersion}, and this version of Binex reads version 1",
                _ when plan.Nodes.Any(node => node is null) => "it is not a plan: a node of it is null",
                _ => null,
            };
            return problem is null ? plan : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not a plan: {exception.Message}";
            return null;
        }
    }

    /// <summary>Reads a difference.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="problem">Why it is no difference, as a sentence; null when it is one.</param>
    /// <returns>The difference; null when the text is none.</returns>
    public static PlanDiff? ReadDifference(ReadOnlySpan<byte> utf8, out string? problem)
    {
        try
        {
            var difference = JsonSerializer.Deserialize(utf8, Differences.PlanDiff);
            problem = difference switch
            {
                null => "it is null, not a difference",
                { SchemaVersion: not 1 } => $"it is a difference of version {difference.SchemaVersion}, and this version of Binex reads version 1",
                _ when difference.Nodes.Any(node => node?.Reasons is null || node.Reasons.Any(reason => reason is null)) => "it is not a difference: a node of it is null, or has no reasons",
                _ => null,
            };
            return problem is null ? difference : null;
        }
        catch (JsonException exception)
        {
            problem = $"it is not a difference: {exception.Message}";
            return null;
        }
    }

    private static JsonSerializerOptions Readable(JsonSerializerOptions options) => new(options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };
}
