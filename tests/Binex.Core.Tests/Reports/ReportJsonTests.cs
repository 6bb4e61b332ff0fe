using System.Text;
using System.Text.Json;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Testing.Journals;

namespace Binex.Core.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public async Task Write_Report_CamelCaseMoneyAsTextNullsLeftOut()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start();
        journal.Node("a", 0).Started().Attempt().Call("x", 1000, 200).Completed("x");
        var report = await ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, new ReportOptions(), CancellationToken.None);

        var root = JsonElement.Parse(ReportJson.Write(report with { Run = report.Run with { Status = RunStatus.OverBudget } }));

        root.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        root.GetProperty("run").GetProperty("status").GetString().ShouldBe("over_budget");
        root.GetProperty("run").GetProperty("startedAt").GetString().ShouldBe("2026-03-14T09:26:53Z");
        root.GetProperty("run").TryGetProperty("cancelReason", out _).ShouldBeFalse();
        root.GetProperty("totals").GetProperty("cost").GetString().ShouldBe("0.0045");
        var call = root.GetProperty("nodes")[0].GetProperty("attempts")[0].GetProperty("calls")[0];
        call.GetProperty("bound").GetProperty("inputRate").GetString().ShouldBe("2.5");
        call.GetProperty("bound").TryGetProperty("max", out _).ShouldBeFalse();
        call.GetProperty("usage").GetProperty("output").GetInt64().ShouldBe(200);
        call.GetProperty("outcome").GetString().ShouldBe("answered");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":2,"tool":{"name":"x","version":"1"},"priceBook":{"asOf":"","sha256":""},"source":{"path":"","sha256":""},"run":{"id":"","workflow":"","status":"failed","startedAt":"2026-01-01T00:00:00Z","durationMs":1},"totals":{"cost":"0","tokens":{"input":0,"cachedInput":0,"output":0,"reasoning":0},"calls":0,"retries":0,"reused":0,"savedCost":"0"},"budget":{}}""")]
    [InlineData("""{"tool":null}""")]
    public void Read_NoReport_SaysWhy(string text)
    {
        var report = ReportJson.Read(Encoding.UTF8.GetBytes(text), out var problem);

        report.ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }
}
