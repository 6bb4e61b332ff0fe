using System.Globalization;
using System.Text;
using System.Xml;
using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings as JUnit XML: a suite for each file, a case for each finding, and one case that passed for a file in which nothing was
/// found.
/// </summary>
public static class JUnitFindings
{
    /// <summary>The findings as XML.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="worst">The mildest severity that counts as a failure; milder findings are cases that passed and say what was found.</param>
    public static string Render(DiagnosticReport report, DiagnosticSeverity worst)
    {
        var text = new StringBuilder();
        var findings = report.Diagnostics.ToLookup(diagnostic => diagnostic.Location.File, StringComparer.Ordinal);
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("testsuites");
            Attribute(writer, "name", "binex validate");
            foreach (var file in report.Files.Concat(findings.Select(found => found.Key)).Distinct(StringComparer.Ordinal))
            {
                WriteSuite(writer, file, [.. findings[file]], worst);
            }

            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter writer, string file, List<Diagnostic> findings, DiagnosticSeverity worst)
    {
        writer.WriteStartElement("testsuite");
        Attribute(writer, "name", file);
        Attribute(writer, "tests", Number(Math.Max(1, findings.Count)));
        Attribute(writer, "failures", Number(findings.Count(finding => finding.Severity >= worst)));
        Attribute(writer, "errors", "0");
        Attribute(writer, "skipped", "0");
        if (findings.Count == 0)
        {
            WriteCase(writer, file, "validate", null, worst);
        }

        foreach (var finding in findings)
        {
            WriteCase(writer, file, $"{finding.Code} at {finding.Location.Range.Start}", finding, worst);
        }

        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, string file, string name, Diagnostic? finding, DiagnosticSeverity worst)
    {
        writer.WriteStartElement("testcase");
        Attribute(writer, "classname", file);
        Attribute(writer, "name", name);
        Attribute(writer, "time", "0");
        if (finding is not null)
        {
            var text = TerminalText.SanitizeLine($"{finding.Location}: {FindingText.Word(finding.Severity)} {finding.Code}: ")
                + FindingText.OneLine(finding);
            if (finding.Severity >= worst)
            {
                writer.WriteStartElement("failure");
                Attribute(writer, "type", finding.Code);
                Attribute(writer, "message", finding.Message);
            }
            else
            {
                writer.WriteStartElement("system-out");
            }

            writer.WriteString(text);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Attribute(XmlWriter writer, string name, string value) =>
        writer.WriteAttributeString(name, TerminalText.SanitizeLine(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
