namespace Binex.Core.Diagnostics;

/// <content>Findings about running, and Binex itself.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>This version cannot run this.</summary>
    public static readonly DiagnosticDescriptor NotSupportedYet = Warning("BNX5001", "This version cannot run this",
        "The document uses a part of the format that this version reads and checks, but cannot run yet. 'run' refuses the workflow; "
        + "'validate' goes on.");

    /// <summary>A mistake in Binex itself.</summary>
    public static readonly DiagnosticDescriptor InternalError = Error("BNX9001", "A mistake in Binex itself",
        "Something happened that must not happen, whatever the workflow says.");

    private static DiagnosticDescriptor[] RunningKinds() =>
    [
        NotSupportedYet, InternalError,
    ];
}
