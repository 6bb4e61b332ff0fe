namespace Binex.Core.Diagnostics;

/// <summary>The order in which findings are shown: file, place, code, message.</summary>
public sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    /// <summary>The one instance.</summary>
    public static DiagnosticOrder Instance { get; } = new();

    private DiagnosticOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = string.CompareOrdinal(x.Location.File, y.Location.File);
        order = order != 0 ? order : x.Location.Range.Start.CompareTo(y.Location.Range.Start);
        order = order != 0 ? order : string.CompareOrdinal(x.Code, y.Code);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
