using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Testing.Journals;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Reports;

public sealed class ReportProjectorProperties
{
    private const int Cases = 300;

    [Fact]
    public void ProjectAsync_AnyBeginningOfAnyJournal_SumsAgree() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 30], Gen.Double[0, 1]).Holds(
        Cases,
        (seed, nodes, share) =>
        {
            var (workflow, entries, artifacts) = JournalGenerator.Make(seed, nodes);
            var length = (int)(entries.Count * share) + 1;

            var report = Project(workflow, [.. entries.Take(length)], artifacts);

            report.Nodes.Count.ShouldBe(nodes);
            Sum(report.Nodes.Select(node => node.Cost)).ShouldBe(report.Totals.Cost);
            Sum(report.Models.Select(model => model.Cost)).ShouldBe(report.Totals.Cost);
            report.Nodes.Sum(node => node.Calls).ShouldBe(report.Totals.Calls);
            report.Models.Sum(model => model.Calls).ShouldBe(report.Totals.Calls);
            report.Nodes.Sum(node => node.Retries).ShouldBe(report.Totals.Retries);
            report.Nodes.Select(node => node.Tokens).Aggregate(ReportTokens.Zero, (sum, tokens) => sum.Plus(tokens)).ShouldBe(report.Totals.Tokens);
            foreach (var node in report.Nodes)
            {
                Sum(node.Iterations.Select(iteration => iteration.Cost)).ShouldBe(node.Cost);
                Sum(node.Attempts.SelectMany(attempt => attempt.Calls).Select(call => call.Cost)).ShouldBe(node.Cost);
                node.Iterations.Sum(iteration => iteration.DurationMs).ShouldBe(node.DurationMs);
            }
        });

    [Fact]
    public void ProjectAsync_AnyBeginningOfAnyJournal_CapsAndTimesAgree() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 30], Gen.Double[0, 1]).Holds(
        Cases,
        (seed, nodes, share) =>
        {
            var (workflow, entries, artifacts) = JournalGenerator.Make(seed, nodes);
            var length = (int)(entries.Count * share) + 1;

            var report = Project(workflow, [.. entries.Take(length)], artifacts);

            foreach (var cap in report.Budget.Caps)
            {
                (decimal.Parse(cap.Spent) + decimal.Parse(cap.Held) + decimal.Parse(cap.Remaining)).ShouldBe(decimal.Parse(cap.Limit));
            }

            report.Budget.Caps.Single(cap => cap is { Scope: "run", Metric: "cost" }).Spent.ShouldBe(report.Totals.Cost.ToExactString());
            var critical = report.Timeline.Where(bar => bar.Critical).ToList();
            critical.Count.ShouldBe(report.CriticalPath.Count);
            critical.Sum(bar => bar.EndMs - bar.ReadyMs).ShouldBeLessThanOrEqualTo(report.Run.DurationMs);
            foreach (var bar in report.Timeline)
            {
                bar.ReadyMs.ShouldBeLessThanOrEqualTo(bar.StartMs);
                bar.StartMs.ShouldBeLessThanOrEqualTo(bar.EndMs);
                bar.EndMs.ShouldBeLessThanOrEqualTo(report.Run.DurationMs);
            }

            if (length == entries.Count)
            {
                report.Nodes.ShouldAllBe(node => node.Status != NodeStatus.Pending && node.Status != NodeStatus.Running);
            }
        });

    [Fact]
    public void Write_AnyReport_IsReadBackAndWrittenTheSame() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 20], Gen.Double[0, 1]).Holds(
        Cases / 3,
        (seed, nodes, share) =>
        {
            var (workflow, entries, artifacts) = JournalGenerator.Make(seed, nodes);
            var report = Project(workflow, [.. entries.Take((int)(entries.Count * share) + 1)], artifacts);

            var written = ReportJson.Write(report);
            var read = ReportJson.Read(written, out var problem);

            problem.ShouldBeNull();
            ReportJson.Write(read!).ShouldBe(written);
            ReportJson.Write(Project(workflow, [.. entries.Take((int)(entries.Count * share) + 1)], artifacts)).ShouldBe(written);
        });

    private static RunReport Project(Workflows.Workflow workflow, IReadOnlyList<JournalEntry> entries, JournalArtifacts artifacts) =>
        ReportProjector.ProjectAsync(workflow, entries, artifacts, new ReportOptions(), CancellationToken.None).GetAwaiter().GetResult();

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
