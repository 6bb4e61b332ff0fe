namespace Binex.Reports.Rendering;

/// <summary>
/// The light colours of the style sheet, for drawings: where a server lets no style through, as Jenkins does, a drawing has its
/// attributes alone. A test holds both to each other.
/// </summary>
internal static class Palette
{
    public const string Card = "#ffffff";
    public const string Sunken = "#efeff3";
    public const string Line = "#e3e3e8";
    public const string LineStrong = "#c4c4cd";
    public const string Text = "#1b1c20";
    public const string Muted = "#5c5f69";
    public const string Accent = "#4a45d2";
    public const string AccentMid = "#928ee6";
    public const string Good = "#0b6e54";
    public const string Bad = "#b00038";
    public const string Warn = "#8a5a00";
    public const string Idle = "#5c5f69";

    /// <summary>The colour of a status, by its name in the style sheet.</summary>
    public static string Of(string key) => key switch
    {
        "completed" => Good,
        "failed" => Bad,
        "refused" => Warn,
        "running" => Accent,
        _ => Idle,
    };
}
