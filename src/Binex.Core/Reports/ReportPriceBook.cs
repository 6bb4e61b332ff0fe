namespace Binex.Core.Reports;

/// <summary>The prices in effect.</summary>
/// <param name="AsOf">Their date.</param>
/// <param name="Sha256">Hash of the table.</param>
public sealed record ReportPriceBook(string AsOf, string Sha256);
