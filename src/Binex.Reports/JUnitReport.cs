using System.Globalization;
using System.Text;
using System.Xml;
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
        writer.WriteStartElement("testsuite");
        Attribute(writer, "name", report.Run.Workflow);
        Attribute(writer, "tests", Number(report.Nodes.Count));
        Attribute(writer, "failures", Number(report.Nodes.Count(IsFailure)));
        Attribute(writer, "errors", "0");
        Attribute(writer, "skipped", Number(report.Nodes.Count(IsSkipped)));
        Attribute(writer, "time", Seconds(report.Run.DurationMs));
        Attribute(writer, "timestamp", report.Run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        var causes = report.Causes.ToDictionary(cause => cause.Node, StringComparer.Ordinal);
        foreach (var node in report.Nodes)
        {
            WriteCase(writer, report, node, causes.GetValueOrDefault(node.Id));
        }

        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, RunReport report, ReportNode node, ReportCause? cause)
    {
        var status = StatusWord.Of(node.Status);
        writer.WriteStartElement("testcase");
        Attribute(writer, "classname", report.Run.Workflow);
        Attribute(writer, "name", node.Id);
        Attribute(writer, "time", Seconds(node.DurationMs));
        if (IsFailure(node))
        {
            writer.WriteStartElement("failure");
            Attribute(writer, "type", status.Word);
            Attribute(writer, "message", cause?.Message ?? node.Reason ?? status.Word);
            writer.WriteString(TerminalText.Sanitize(string.Join('\n', new[] { cause?.Detail, cause?.Advice, node.Location }.OfType<string>())));
            writer.WriteEndElement();
        }
        else if (IsSkipped(node))
        {
            writer.WriteStartElement("skipped");
            Attribute(writer, "message", node.Reason is null ? status.Word : $"{status.Word}: {node.Reason}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static bool IsFailure(ReportNode node) => node.Status is NodeStatus.Failed or NodeStatus.Refused;

    private static bool IsSkipped(ReportNode node) => !IsFailure(node) && node.Status is not (NodeStatus.Completed or NodeStatus.Reused);

    private static void Attribute(XmlWriter writer, string name, string value) => writer.WriteAttributeString(name, TerminalText.Sanitize(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
