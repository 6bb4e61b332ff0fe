using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Reports.Diagnostics;

/// <summary>Writes findings as results of SARIF.</summary>
internal sealed class SarifResults
{
    private readonly Utf8JsonWriter _writer;
    private readonly string _folder;
    private readonly Dictionary<string, int> _rules;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public SarifResults(Utf8JsonWriter writer, string folder, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        _writer = writer;
        _folder = folder;
        _rules = rules.Select((rule, index) => (rule.Code, index)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Writes the reference to a file: from the source root for a file in the folder, else as a URI of its own.</summary>
    public static void WriteFile(Utf8JsonWriter writer, string name, string folder, string file)
    {
        writer.WriteStartObject(name);
        if (FilePaths.Inside(folder, file) is { } inside)
        {
            writer.WriteString("uri", FilePaths.ToUri(inside));
            writer.WriteString("uriBaseId", SarifReport.SourceRoot);
        }
        else
        {
            writer.WriteString("uri", new Uri(Path.GetFullPath(file, folder)).AbsoluteUri);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes findings.</summary>
    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _writer.WriteStartObject();
            _writer.WriteString("ruleId", diagnostic.Code);
            _writer.WriteNumber("ruleIndex", _rules[diagnostic.Code]);
            _writer.WriteString("level", SarifRules.Level(diagnostic.Severity));
            SarifReport.WriteMessage(_writer, "message", FindingText.OneLine(diagnostic));
            _writer.WriteStartArray("locations");
            _writer.WriteStartObject();
            WritePlace(diagnostic.Location);
            _writer.WriteEndObject();
            _writer.WriteEndArray();
            WriteRelated(diagnostic.Related);
            _writer.WriteStartObject("partialFingerprints");
            _writer.WriteString("binexFinding/v1", Fingerprint(diagnostic));
            _writer.WriteEndObject();
            WriteFix(diagnostic);
            _writer.WriteEndObject();
        }
    }

    private void WriteRelated(IReadOnlyList<RelatedPlace> places)
    {
        if (places.Count == 0)
        {
            return;
        }

        _writer.WriteStartArray("relatedLocations");
        for (var i = 0; i < places.Count; i++)
        {
            _writer.WriteStartObject();
            _writer.WriteNumber("id", i + 1);
            WritePlace(places[i].Location);
            SarifReport.WriteMessage(_writer, "message", TerminalText.SanitizeLine(places[i].Message));
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteFix(Diagnostic diagnostic)
    {
        if (diagnostic.Fix is not { } fix)
        {
            return;
        }

        _writer.WriteStartArray("fixes");
        _writer.WriteStartObject();
        SarifReport.WriteMessage(_writer, "description", TerminalText.SanitizeLine(fix.Title));
        _writer.WriteStartArray("artifactChanges");
        _writer.WriteStartObject();
        WriteFile(_writer, "artifactLocation", _folder, diagnostic.Location.File);
        _writer.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            _writer.WriteStartObject();
            WriteRegion("deletedRegion", edit.Range);
            SarifReport.WriteMessage(_writer, "insertedContent", edit.NewText);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WritePlace(SourceLocation location)
    {
        _writer.WriteStartObject("physicalLocation");
        WriteFile(_writer, "artifactLocation", _folder, location.File);
        WriteRegion("region", location.Range);
        _writer.WriteEndObject();
    }

    private void WriteRegion(string name, TextRange range)
    {
        _writer.WriteStartObject(name);
        _writer.WriteNumber("startLine", range.Start.Line);
        _writer.WriteNumber("startColumn", range.Start.Column);
        _writer.WriteNumber("endLine", range.End.Line);
        _writer.WriteNumber("endColumn", range.End.Column);
        _writer.WriteEndObject();
    }

    // Of what is said, and not of where: lines and numbers move while a finding stays. Equal ones are told apart by their order.
    private string Fingerprint(Diagnostic diagnostic)
    {
        var said = string.Concat(diagnostic.Message.Where(character => !char.IsAsciiDigit(character)));
        var key = $"{diagnostic.Code}\n{FilePaths.Inside(_folder, diagnostic.Location.File) ?? diagnostic.Location.File}\n{said}";
        var before = _seen.GetValueOrDefault(key);
        _seen[key] = before + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{before}")).AsSpan(0, 16));
    }
}
