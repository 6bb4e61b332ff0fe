using Binex.Core.Gates;
using Binex.Core.Runs;
using Binex.Core.Text;

namespace Binex.Cli.Planning;

/// <summary>Says on stderr what gates found, and turns it into an exit code.</summary>
internal static class GateReport
{
    /// <summary>Prints what does not hold and what could not be checked; returns the exit code.</summary>
    public static int Print(CliContext context, IReadOnlyList<GateFinding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Verdict != GateVerdict.Passed))
        {
            var word = finding.Verdict == GateVerdict.Failed ? "gate failed" : "gate not checked";
            var place = finding.Location is { } location ? $" ({location})" : "";
            context.Console.Error.WriteLine(TerminalText.SanitizeLine($"{word}: {finding.Gate}: {finding.Message}{place}"));
        }

        return findings.Any(finding => finding.Verdict == GateVerdict.Failed) ? ExitCodes.GateFailed : ExitCodes.Success;
    }
}
