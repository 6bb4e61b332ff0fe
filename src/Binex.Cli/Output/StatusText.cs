using System.Text.Json;

namespace Binex.Cli.Output;

/// <summary>Writes states as formats spell them.</summary>
internal static class StatusText
{
    /// <summary>A name such as <c>over_budget</c>.</summary>
    public static string Of<T>(T status)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
