using System.ComponentModel;
using System.Diagnostics;
using Binex.Core.Runs;

namespace Binex.Cli.Reporting;

/// <summary>Shows a page in the user's browser.</summary>
internal static class ReportOpening
{
    /// <summary>A place for a page that was given none.</summary>
    /// <param name="run">Id of its run, which may be what a file says it is.</param>
    public static string NewPage(string run) =>
        Path.Combine(Directory.CreateTempSubdirectory("binex-report-").FullName, Store.Runs.RunId.IsValid(run) ? $"{run}.html" : "report.html");

    /// <summary>Shows it; the problem when that cannot be done.</summary>
    /// <param name="path">Full path of the page.</param>
    public static CliProblem? Open(string path)
    {
        try
        {
            Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
            return null;
        }
        catch (Win32Exception error)
        {
            return new CliProblem(ExitCodes.Unreachable, $"the report is written, but no browser can be started: {error.Message}", $"open it yourself: {path}");
        }
    }
}
