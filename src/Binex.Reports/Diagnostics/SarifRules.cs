using System.Text.Json;
using Binex.Core.Diagnostics;

namespace Binex.Reports.Diagnostics;

/// <summary>Writes kinds of findings as rules of SARIF.</summary>
internal static class SarifRules
{
    /// <summary>Writes rules.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<DiagnosticDescriptor> rules, Func<string, string> pageOf)
    {
        foreach (var rule in rules)
        {
            var page = pageOf(rule.Code);
            writer.WriteStartObject();
            writer.WriteString("id", rule.Code);
            writer.WriteString("name", Name(rule.Title));
            SarifReport.WriteMessage(writer, "shortDescription", $"{rule.Title}.");
            SarifReport.WriteMessage(writer, "fullDescription", rule.Explanation);
            writer.WriteStartObject("help");
            writer.WriteString("text", page);
            writer.WriteString("markdown", page);
            writer.WriteEndObject();
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteStartArray("tags");
            writer.WriteStringValue(Tag(rule.Code));
            writer.WriteEndArray();
            writer.WriteString("problem.severity", rule.Severity == DiagnosticSeverity.Info ? "recommendation" : FindingText.Word(rule.Severity));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>The level of a severity.</summary>
    public static string Level(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "note" : FindingText.Word(severity);

    // Names of rules are one word by convention: "There is no such key" is "ThereIsNoSuchKey".
    private static string Name(string title) => string.Concat(
        title.Split([' ', '-', '_', '\'', ',', '.', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Tag(string code) => code[3] switch
    {
        '1' => "format",
        '2' => "graph",
        '3' => "cost",
        '4' => "security",
        _ => "running",
    };
}
