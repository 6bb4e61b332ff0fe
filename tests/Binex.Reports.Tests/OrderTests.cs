using Binex.Reports.Tests.Samples;
using Binex.Testing.Journals;

namespace Binex.Reports.Tests;

/// <summary>A text report is printed into the logs of builds, and those take orders from what is printed.</summary>
public sealed class OrderTests
{
    private const string Evil = "ok\n::error file=a,line=1::forged\n  ::stop-commands::x\n##vso[task.setvariable variable=PATH]/evil\nso ##[error]forged";

    [Fact]
    public void Render_AModelWritesOrders_TheyAreNone()
    {
        var journal = JournalBuilder.For("flow", JournalNodes.Local("a", "echo").At(4));
        journal.Start(maxCost: 0.25m, plannedMax: 0.19m);
        journal.Node("a", 5).Started().Attempt().After(4).Completed(Evil);
        journal.Complete(50, outputs: ("page", Evil));

        var text = TextReport.Render(SampleRuns.Project(journal));

        text.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !line.Contains("##vso[") && !line.Contains("##["));
        text.ShouldContain("forged");
    }
}
