using System.Diagnostics;
using Binex.Core.Reports;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed class TemplateReportTests
{
    private static readonly Lazy<RunReport> Completed = new(() => SampleRuns.Project(SampleRuns.Completed()));

    [Fact]
    public void Render_MembersAndFunctions_AreThoseOfTheReport()
    {
        var text = Render("{{ run.workflow }} {{ run.status }} {{ money totals.cost }} {{ duration run.durationMs }} {{ nodes.size }} {{ content nodes[2].outputs[0].hash }}");

        text.ShouldBe($"research-pipeline completed {Completed.Value.Totals.Cost} 21.2 s 8 summary a");
    }

    [Theory]
    [InlineData("x.html.sbn", "&lt;b&gt;|")]
    [InlineData("x.md.sbn", "&lt;b&gt;\\|")]
    [InlineData("x.sbn", "<b>|")]
    public void Render_ByItsName_EscapesForItsLanguage(string name, string expected) =>
        Render("{{ run.workflow }}", name, Completed.Value with { Run = Completed.Value.Run with { Workflow = "<b>|" } }).ShouldBe(expected);

    [Theory]
    [InlineData("{{ while true; end }}", "iteration limit")]
    [InlineData("{{ for i in 1..900000; for j in 1..900000; end; end }}", "iteration limit")]
    [InlineData("{{ func f; f; end; f }}", "recursive depth limit")]
    [InlineData("{{ (1..2000000000) | array.size }}", "LoopLimit")]
    [InlineData("{{ 'a' * 2000000000 }}", "LimitToString")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}", "timed out")]
    [InlineData("{{ s = 'a' * 900000; x = []; for i in 1..100000; x = array.add x (s + i); end }}", "MB of memory")]
    [InlineData("{{ include '/etc/passwd' }}", "No TemplateLoader")]
    [InlineData("{{ unknown }}", "unknown")]
    [InlineData("{{ for }}", "x.sbn(1")]
    public void Render_HostileTemplate_IsStoppedAndSaysWhy(string template, string expected)
    {
        var watch = Stopwatch.StartNew();

        var (text, problem) = TemplateReport.Render(Completed.Value, template, "x.sbn", TimeProvider.System, CancellationToken.None);

        text.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(expected);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Render_GivenUp_Stops()
    {
        using var given = new CancellationTokenSource();
        given.Cancel();

        Should.Throw<OperationCanceledException>(() => TemplateReport.Render(Completed.Value, "{{ for i in 1..9; end }}", "x.sbn", TimeProvider.System, given.Token));
    }

    private static string Render(string template, string name = "x.sbn", RunReport? report = null)
    {
        var (text, problem) = TemplateReport.Render(report ?? Completed.Value, template, name, TimeProvider.System, CancellationToken.None);
        problem.ShouldBeNull();
        return text!;
    }
}
