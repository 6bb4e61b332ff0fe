using System.Text.Json;

namespace Binex.Engine.Answers;

/// <summary>A value that was found in an answer, or why none was.</summary>
/// <param name="Value">The value; undefined when there is none.</param>
/// <param name="Repairs">What was mended.</param>
/// <param name="Problem">Why there is none; null when there is one.</param>
internal readonly record struct ReadAnswer(JsonElement Value, Repairs Repairs, string? Problem)
{
    /// <summary>An answer with a value.</summary>
    public static ReadAnswer Found(JsonElement value, Repairs repairs = Repairs.None) => new(value, repairs, null);

    /// <summary>An answer without one.</summary>
    public static ReadAnswer None(string problem) => new(default, Repairs.None, problem);
}
