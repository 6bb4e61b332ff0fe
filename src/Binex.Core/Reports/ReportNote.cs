namespace Binex.Core.Reports;

/// <summary>Something the run itself has to say.</summary>
/// <param name="At">When.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Message">What, as a sentence.</param>
public sealed record ReportNote(DateTimeOffset At, string Severity, string Message);
