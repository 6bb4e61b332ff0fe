using System.ComponentModel;
using System.Diagnostics;
using Binex.Core.Runs;

namespace Binex.Cli.Reporting;

/// <summary>Shows a page in the user's browser.</summary>
internal static class ReportOpening
{
    // What shows the page lives on and talks all the while: it gets none of this process's streams, so that nobody who reads them waits for it.
    private const string Detached = """command -v "$0" >/dev/null || exit 127; "$0" "$1" >/dev/null 2>&1 </dev/null &""";

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
            return OperatingSystem.IsWindows() ? ByShell(path) : ByProgram(OperatingSystem.IsMacOS() ? "open" : "xdg-open", path);
        }
        catch (Win32Exception error)
        {
            return Unshown(path, error.Message);
        }
    }

    private static CliProblem? ByShell(string path)
    {
        Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
        return null;
    }

    private static CliProblem? ByProgram(string opener, string path)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Detached, opener, path]))!;
        shell.WaitForExit();
        return shell.ExitCode == 0 ? null : Unshown(path, $"there is no {opener}");
    }

    private static CliProblem Unshown(string path, string why) =>
        new(ExitCodes.Unreachable, $"the report is written, but no browser can be started: {why}", $"open it yourself: {path}");
}
