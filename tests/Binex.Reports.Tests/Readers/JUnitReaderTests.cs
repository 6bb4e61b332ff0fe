using System.Text.Json;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests.Readers;

/// <summary>JUnit reports, read by junit2json, which dashboards use.</summary>
public sealed class JUnitReaderTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Render_Sample_IsReadAsWhatItIs(string sample)
    {
        var report = SampleRuns.Of(sample);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JUnitReport.Render(report));

            var json = await Reader.ReadAsync(Workplace.Program("node"), "", Workplace.PackageFile("junit2json", "dist", "esm", "cli.js"), file);

            var suite = JsonElement.Parse(json).GetProperty("testsuite")[0];
            var ofRun = report.Run.Status == RunStatus.Interrupted ? 1 : 0;
            suite.GetProperty("tests").GetInt32().ShouldBe(report.Nodes.Count + ofRun);
            suite.GetProperty("failures").GetInt32().ShouldBe(ofRun + report.Nodes.Count(node => IsBroken(node) && !report.Nodes.Any(inner => inner.Parent == node.Id && IsBroken(inner))));
            var cases = suite.GetProperty("testcase").EnumerateArray().ToList();
            cases.Count.ShouldBe(report.Nodes.Count + ofRun);
            cases.Count(it => it.TryGetProperty("failure", out _)).ShouldBe(suite.GetProperty("failures").GetInt32());
            cases.Count(it => it.TryGetProperty("skipped", out _)).ShouldBe(suite.GetProperty("skipped").GetInt32());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsBroken(ReportNode node) => node.Status is NodeStatus.Failed or NodeStatus.Refused;
}
