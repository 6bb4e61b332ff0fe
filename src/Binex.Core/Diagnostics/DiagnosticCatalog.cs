namespace Binex.Core.Diagnostics;

/// <summary>
/// All kinds of findings, each with its code; a file for each thousand of codes. Codes are never renumbered and never given to
/// another kind.
/// </summary>
public static partial class DiagnosticCatalog
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode;

    // A constructor runs after the fields of every part, whatever the order in which the parts are compiled.
    static DiagnosticCatalog()
    {
        All = (DiagnosticDescriptor[])[.. TextKinds(), .. ConfigurationKinds(), .. GraphsKinds(), .. ModelsKinds(), .. SecurityKinds(), .. RunningKinds()];
        ByCode = new Dictionary<string, DiagnosticDescriptor>(All.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var kind in All)
        {
            ByCode.Add(kind.Code, kind);
        }
    }

    /// <summary>All kinds, by rising code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; }

    /// <summary>The kind with a code, or null.</summary>
    /// <param name="code">The code, in any case, such as <c>BNX1003</c>.</param>
    public static DiagnosticDescriptor? Find(string code) => ByCode.GetValueOrDefault(code);

    // Nothing can run while one of these is in the file.
    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);

    // The workflow could run, but should not: an error that a project may switch off or make milder.
    private static DiagnosticDescriptor Objection(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation) { IsOptional = true };

    private static DiagnosticDescriptor Warning(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Warning, title, explanation) { IsOptional = true };

    private static DiagnosticDescriptor Information(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Info, title, explanation) { IsOptional = true };
}
