using System.Globalization;
using System.Text;
using System.Xml;
using Binex.Core.Gates;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports.Views;

namespace Binex.Reports;

/// <summary>Shows a report as JUnit XML, for systems that show test results: a node is a test case.</summary>
public static class JUnitReport
{
    /// <summary>The report as XML.</summary>
    /// <param name="report">The report.</param>
    public static string Render(RunReport report)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("testsuites");
            WriteSuite(writer, report);
            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter writer, RunReport report)
    {
        var tree = NodeTree.Of(report.Nodes);
        var ends = Ends(report.Nodes, tree);
        var ofRun = FailuresOfRun(report, isSaid: ends.Contains(CaseEnd.Failed)).ToList();
        writer.WriteStartElement("testsuite");
        Attribute(writer, "name", report.Run.Workflow);
        Attribute(writer, "tests", Number(report.Nodes.Count + ofRun.Count));
        Attribute(writer, "failures", Number(ends.Count(end => end == CaseEnd.Failed) + ofRun.Count));
        Attribute(writer, "errors", "0");
        Attribute(writer, "skipped", Number(ends.Count(end => end == CaseEnd.Skipped)));
        Attribute(writer, "time", Seconds(report.Run.DurationMs));
        Attribute(writer, "timestamp", report.Run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        var causes = report.Causes.ToLookup(cause => cause.Node, StringComparer.Ordinal);
        foreach (var i in tree.Ordered())
        {
            WriteCase(writer, ClassOf(report, tree, i), report.Nodes[i], ends[i], causes[report.Nodes[i].Id].FirstOrDefault());
        }

        foreach (var (name, type, message) in ofRun)
        {
            writer.WriteStartElement("testcase");
            Attribute(writer, "classname", report.Run.Workflow);
            Attribute(writer, "name", name);
            Attribute(writer, "time", Seconds(0));
            writer.WriteStartElement("failure");
            Attribute(writer, "type", type);
            Attribute(writer, "message", message);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // A run that was cut short by its time, by a person or by a crash has no node that failed, and a gate is no node at all: without a
    // case of their own a run that failed would look like one that did not.
    private static IEnumerable<(string Name, string Type, string Message)> FailuresOfRun(RunReport report, bool isSaid)
    {
        if (!isSaid && report.Run.Status is not (RunStatus.Completed or RunStatus.Running or RunStatus.Pending))
        {
            var word = StatusWord.Of(report.Run.Status).Word;
            yield return ("the run", word, report.Run.CancelReason ?? RunView.Lead(report) ?? word);
        }

        foreach (var gate in (report.Gates ?? []).Where(gate => gate.Verdict == GateVerdict.Failed))
        {
            yield return ($"gate {gate.Gate}", "gate", gate.Message);
        }
    }

    private static void WriteCase(XmlWriter writer, string className, ReportNode node, CaseEnd end, ReportCause? cause)
    {
        var status = StatusWord.Of(node.Status);
        writer.WriteStartElement("testcase");
        Attribute(writer, "classname", className);
        Attribute(writer, "name", node.Id);
        Attribute(writer, "time", Seconds(node.DurationMs));
        if (end == CaseEnd.Failed)
        {
            writer.WriteStartElement("failure");
            Attribute(writer, "type", status.Word);
            Attribute(writer, "message", cause?.Message ?? node.Reason ?? status.Word);
            writer.WriteString(TerminalText.Sanitize(string.Join('\n', new[] { cause?.Detail, cause?.Advice, node.Location }.OfType<string>())));
            writer.WriteEndElement();
        }
        else if (end == CaseEnd.Skipped)
        {
            writer.WriteStartElement("skipped");
            Attribute(writer, "message", node.Reason is null ? status.Word : $"{status.Word}: {node.Reason}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static bool IsFailure(ReportNode node) => node.Status is NodeStatus.Failed or NodeStatus.Refused;

    private static string ClassOf(RunReport report, NodeTree tree, int node) =>
        tree.ParentOf(node) is >= 0 and var parent ? $"{report.Run.Workflow}.{report.Nodes[parent].Id}" : report.Run.Workflow;

    // A node that only broke because something inside it did is no second failure.
    private static CaseEnd[] Ends(IReadOnlyList<ReportNode> nodes, NodeTree tree)
    {
        var isBrokenInside = tree.WithParents(Enumerable.Range(0, nodes.Count).Where(i => IsFailure(nodes[i])).Select(tree.ParentOf));
        return
        [
            .. nodes.Select((node, i) => IsFailure(node) && !isBrokenInside.Contains(i) ? CaseEnd.Failed
                : node.Status is NodeStatus.Completed or NodeStatus.Reused ? CaseEnd.Passed
                : CaseEnd.Skipped),
        ];
    }

    private static void Attribute(XmlWriter writer, string name, string value) => writer.WriteAttributeString(name, TerminalText.Sanitize(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);

    private enum CaseEnd
    {
        Passed,
        Failed,
        Skipped,
    }
}
