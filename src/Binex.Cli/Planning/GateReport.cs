using Binex.Cli.Output;
using Binex.Core.Gates;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports.Diagnostics;

namespace Binex.Cli.Planning;

/// <summary>Says what gates found, on stderr or, for a build, as lines of it, and turns it into an exit code.</summary>
internal static class GateReport
{
    /// <summary>Prints what does not hold and what could not be checked; returns the exit code.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="format">The format of the command.</param>
    /// <param name="findings">What the gates say.</param>
    /// <param name="workflow">Path of the workflow that they are about.</param>
    public static int Print(CliContext context, OutputFormat format, IReadOnlyList<GateFinding> findings, string workflow)
    {
        if (format == OutputFormat.MsBuild)
        {
            context.Console.Out.Write(MsBuildLines.Render(findings, workflow));
            return ExitCode(findings);
        }

        foreach (var finding in findings.Where(finding => finding.Verdict != GateVerdict.Passed))
        {
            var word = finding.Verdict == GateVerdict.Failed ? "gate failed" : "gate not checked";
            var place = finding.Location is { } location ? $" ({location})" : "";
            context.Console.Error.WriteLine(LogText.Line($"{word}: {finding.Gate}: {finding.Message}{place}"));
        }

        return ExitCode(findings);
    }

    private static int ExitCode(IReadOnlyList<GateFinding> findings) =>
        findings.Any(finding => finding.Verdict == GateVerdict.Failed) ? ExitCodes.GateFailed : ExitCodes.Success;
}
