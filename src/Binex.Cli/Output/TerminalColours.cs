using Binex.Validation.Rendering;

namespace Binex.Cli.Output;

/// <summary>Colours of findings on a terminal.</summary>
internal sealed class TerminalColours : IDiagnosticColours
{
    private const string Reset = "\e[0m";

    private TerminalColours()
    {
    }

    public static TerminalColours Instance { get; } = new();

    public string Paint(DiagnosticPart part, string text) => Code(part) is { } code ? code + text + Reset : text;

    private static string? Code(DiagnosticPart part) => part switch
    {
        DiagnosticPart.Error => "\e[1;31m",
        DiagnosticPart.Warning => "\e[1;33m",
        DiagnosticPart.Info => "\e[1;34m",
        DiagnosticPart.Caret => "\e[31m",
        DiagnosticPart.Label => "\e[32m",
        DiagnosticPart.Gutter => "\e[2m",
        DiagnosticPart.Place => "\e[1m",
        _ => null,
    };
}
