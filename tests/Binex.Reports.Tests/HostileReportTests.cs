using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Binex.Core.Reports;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

/// <summary>Puts hostile text into every field of a report that is text, and looks for it in what is rendered.</summary>
public sealed partial class HostileReportTests
{
    private const string Probe = "<x7q a=\"b\" c='d' `e`>\u001b[31m\u202e&";

    private static readonly string[] Attacks =
    [
        Probe,
        "</style><x7q>", "--><x7q>", "]]><x7q>", "\"><x7q>", "'><x7q onload=1>", "<\0x7q>", "\u001b]0;t\u0007<x7q>", "{{ 1 + 1 }}<x7q>", "<x7q\u2028>", "```\n<x7q>\n```",
    ];

    public static TheoryData<string> Samples => [.. SampleRuns.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_EveryFieldHostile_HtmlHasNoTagOfTheirs(string sample)
    {
        foreach (var attack in Attacks)
        {
            var html = HtmlReport.Render(Poisoned(sample, attack));

            html.ShouldContain("x7q");
            html.ShouldNotContain("<x7q", Case.Insensitive);
            html.Split("<script").Length.ShouldBe(2);
            html = html[..html.IndexOf("<script", StringComparison.Ordinal)];
            html.ShouldNotContain("\u001b");
            html.ShouldNotContain("\u202e");
            html.ShouldNotContain("\0");
            TagsOf(html).ShouldAllBe(tag => Known.Contains(tag));
            UnquotedAttribute().IsMatch(html).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_EveryFieldHostile_MarkdownHasNoTagOfTheirs(string sample)
    {
        foreach (var attack in Attacks)
        {
            var markdown = Unfenced(MarkdownReport.Render(Poisoned(sample, attack)));

            markdown.ShouldNotContain("<x7q");
            TagsOf(markdown).ShouldAllBe(tag => tag == "details" || tag == "summary" || tag == "sub");
            markdown.ShouldNotContain("\u001b");
            markdown.ShouldNotContain("\u202e");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_EveryFieldHostile_TextHasNoControls(string sample)
    {
        var text = TextReport.Render(Poisoned(sample, Probe), Probe) + JUnitReport.Render(Poisoned(sample, Probe));

        text.ShouldAllBe(character => character == '\n' || !char.IsControl(character));
        text.ShouldNotContain("\u202e");
    }

    private static readonly HashSet<string> Known = TagsOf(HtmlReport.Render(SampleRuns.Project(SampleRuns.Loop())))
        .Concat(TagsOf(HtmlReport.Render(SampleRuns.Project(SampleRuns.Failed()))))
        .Concat(TagsOf(HtmlReport.Render(SampleRuns.Project(SampleRuns.OverBudget()))))
        .Concat(["g"])
        .ToHashSet();

    private static RunReport Poisoned(string sample, string attack)
    {
        var root = JsonNode.Parse(ReportJson.Write(SampleRuns.Of(sample)))!;
        Poison(root, attack);
        var report = ReportJson.Read(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()), out var problem);
        problem.ShouldBeNull();
        return report!;
    }

    // Ids and hashes keep their beginning, so that what hangs together still does.
    private static void Poison(JsonNode node, string attack)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (IsFree(name, value))
                    {
                        members[name] = value!.GetValue<string>() + attack;
                    }
                    else if (value is not null)
                    {
                        Poison(value, attack);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        items[i] = text.GetValue<string>() + attack;
                    }
                    else if (items[i] is { } item)
                    {
                        Poison(item, attack);
                    }
                }

                break;
        }
    }

    // Enumerations, times and money are read as what they are or not at all.
    private static bool IsFree(string name, JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String
        && !name.EndsWith("At", StringComparison.Ordinal)
        && name is not ("status" or "stopReason" or "outcome" or "kind" or "metric" or "policy" or "cost" or "savedCost" or "held" or "settled" or "efficiency" or "min" or "expected" or "max" or "overshoot"
            or "limit" or "spent" or "needed" or "inputRate" or "outputRate" or "fee" or "retryAfter" or "remaining" or "at" or "type" or "reusedFrom");

    private static string Unfenced(string markdown) => Fence().Replace(markdown, "");

    private static IEnumerable<string> TagsOf(string text) => Tag().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant());

    [GeneratedRegex("</?([a-zA-Z][a-zA-Z0-9]*)")]
    private static partial Regex Tag();

    [GeneratedRegex("^(`{3,})[^\n]*\n.*?^\\1$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*\\son[a-z]+=")]
    private static partial Regex UnquotedAttribute();
}
