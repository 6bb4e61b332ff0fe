using Binex.Validation.Features;

namespace Binex.Validation.Configuration;

/// <summary>
/// What this version reads and checks in <c>binex.yaml</c> but does not do yet. The one table of it: when it is in force, its row goes.
/// </summary>
internal static class ConfigurationFeatures
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<FeatureRow> Rows { get; } =
    [
        new("rate_limits", "rate_limits"),
    ];
}
