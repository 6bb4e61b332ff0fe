using System.Text;
using System.Text.Json.Nodes;
using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Reports.Indexes;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Reports.Tests;

/// <summary>A report.json is a file that anybody may have written: it is shown, or refused with a sentence.</summary>
public sealed class HostileJsonTests
{
    private static readonly string[] Jsons = [.. SampleRuns.Names.Where(name => name != "hostile").Select(name => Encoding.UTF8.GetString(ReportJson.Write(SampleRuns.Of(name))))];

    [Fact]
    public void Read_AnyDamagedReport_IsShownOrRefused() => Gen.Select(Gen.Int[0, Jsons.Length - 1], Gen.Int[0, int.MaxValue]).Holds(500, (sample, seed) =>
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(Jsons[sample])!;
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            Damage(root, random);
        }

        if (ReportJson.Read(Encoding.UTF8.GetBytes(root.ToJsonString()), out var problem) is not { } report)
        {
            problem.ShouldNotBeNullOrWhiteSpace();
            return;
        }

        HtmlReport.Render(report).ShouldNotBeEmpty();
        MarkdownReport.Render(report).ShouldNotBeEmpty();
        JUnitReport.Render(report).ShouldNotBeEmpty();
        TextReport.Render(report).ShouldNotBeEmpty();
        ComparisonReport.Html(RunComparison.Between(report, report)).ShouldNotBeEmpty();
        IndexReport.Render([IndexedRun.Of(report, null)], "1").ShouldNotBeEmpty();
    });

    [Theory]
    [InlineData("""{"nodes":[null]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("")]
    public void Read_NoReport_IsRefusedWithASentence(string json)
    {
        ReportJson.Read(Encoding.UTF8.GetBytes(json), out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Read_ANumberThatIsTooLarge_NamesItsPlace()
    {
        var json = Jsons[0].Replace("\"retries\": 0", "\"retries\": 99999999999999999999", StringComparison.Ordinal);

        ReportJson.Read(Encoding.UTF8.GetBytes(json), out var problem).ShouldBeNull();
        problem.ShouldBe("it is not a report: $.totals.retries: the number is too large or too small");
    }

    // Somewhere in it: a member less, null, a huge number, a negative one, an item twice, a name that others have.
    private static void Damage(JsonNode root, Random random)
    {
        var at = root;
        while (true)
        {
            switch (at)
            {
                case JsonObject { Count: > 0 } members:
                    var name = members.ElementAt(random.Next(members.Count)).Key;
                    if (members[name] is JsonObject or JsonArray && random.Next(5) > 0)
                    {
                        at = members[name]!;
                        continue;
                    }

                    Damage(members, name, random);
                    return;
                case JsonArray { Count: > 0 } items:
                    var index = random.Next(items.Count);
                    if (random.Next(4) == 0)
                    {
                        items.Add(random.Next(2) == 0 ? items[index]?.DeepClone() : null);
                        return;
                    }

                    if (items[index] is not (JsonObject or JsonArray))
                    {
                        items[index] = random.Next(2) == 0 ? null : "nobody";
                        return;
                    }

                    at = items[index]!;
                    continue;
                default:
                    return;
            }
        }
    }

    private static void Damage(JsonObject members, string name, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[name] = null;
                break;
            case 2:
                members[name] = long.MaxValue;
                break;
            case 3:
                members[name] = -1;
                break;
            case 4:
                members[name] = random.Next(2) == 0 ? "79228162514264337593543950335" : "9999-12-31T23:59:59Z";
                break;
            default:
                members[name] = "";
                break;
        }
    }
}
