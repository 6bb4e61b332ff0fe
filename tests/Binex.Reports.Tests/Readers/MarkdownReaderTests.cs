using System.Text.RegularExpressions;
using Binex.Core.Reports;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests.Readers;

/// <summary>Markdown reports, read by cmark-gfm, which is what GitHub shows Markdown with.</summary>
public sealed partial class MarkdownReaderTests
{
    private const int Columns = 8;

    private static readonly string[] Attacks =
    [
        "a | b", "a\n| c | d |\n|--|--|", "`|`", "\\|", "\\", "**", "<table><tr>", "</td></tr></table>", "&#124;", "[x](javascript:alert(1))", "![x](http://evil.example/x.png)",
        "http://evil.example", "@everyone", "#1", "- [ ] x", "---", "a\r\nb", "\u2028| x |", "\u202e|", "$x$", "~~x~~", "<!--", "]]>", "\0|\u001b[31m", "<details>", "    code", "|||||||||",
    ];

    public static TheoryData<string> Samples => [.. SampleRuns.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Render_Sample_IsATableOfAllNodes(string sample) => await ShouldBeWholeAsync(SampleRuns.Of(sample));

    [Fact]
    public async Task Render_HostileNamesInEveryCell_BreaksNoTable()
    {
        var report = SampleRuns.Project(SampleRuns.Completed());
        var model = report.Nodes[0];
        var nodes = Attacks.Select(attack => model with { Id = attack, Agent = attack, RequestedModel = attack, Reason = attack }).ToList();

        var html = await ShouldBeWholeAsync(report with { Nodes = nodes, Run = report.Run with { Workflow = string.Concat(Attacks) } });

        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<a ");
    }

    private static async Task<string> ShouldBeWholeAsync(RunReport report)
    {
        var html = await Reader.ReadAsync(
            Workplace.Program("cmark-gfm"), MarkdownReport.Render(report), "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "-e", "tagfilter");
        var table = Table().Match(html).Value;
        var rows = table.Split("<tr>").Skip(1).ToList();
        rows.Count.ShouldBe(report.Nodes.Count + 1);
        rows.ShouldAllBe(row => Cell().Count(row) == Columns);
        html.Split("<details>").Length.ShouldBe(html.Split("</details>").Length);
        return html;
    }

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<t[hd][ >]")]
    private static partial Regex Cell();
}
