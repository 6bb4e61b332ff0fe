using Binex.Core.Attachments;
using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Files;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads the files that a workflow names with <c>file://</c>, each once, and remembers them.</summary>
internal sealed class NamedFiles(IWorkflowFiles files, string workflowPath, FindingList findings)
{
    private const string Prefix = AttachmentPath.Prefix;

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Attachment> _attachments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _lines = new(StringComparer.Ordinal);

    /// <summary>Texts that were read, by the path that the workflow gives.</summary>
    public IReadOnlyDictionary<string, SourceText> Texts => _texts;

    /// <summary>The lines on which the workflow names files that were read, by the path for messages.</summary>
    public IReadOnlyDictionary<string, List<int>> Lines => _lines;

    /// <summary>The paths for messages of the files that are attached.</summary>
    public IReadOnlyCollection<string> AttachedFiles => _attachments.Count == 0 ? [] : Array.ConvertAll([.. _attachments.Keys], ShownPath);

    /// <summary>Whether a scalar names a file.</summary>
    public static bool IsName(ScalarNode scalar) => scalar.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The text that a scalar stands for: itself, or that of the file it names. Null, with a finding, where the file cannot be read.</summary>
    public LocatedText? TextOf(ScalarNode scalar, bool allowOutside) =>
        !IsName(scalar) ? new LocatedText(scalar) : Read(scalar, allowOutside) is { } file ? new LocatedText(file) : null;

    /// <summary>The file that a scalar names; null, with a finding, where it cannot be read.</summary>
    public SourceText? Read(ScalarNode scalar, bool allowOutside)
    {
        var path = scalar.Value[Prefix.Length..].Trim();
        if (_texts.TryGetValue(path, out var known))
        {
            return Named(known, scalar);
        }

        var reading = files.Read(path, allowOutside);
        if (reading.IsRead)
        {
            return Named(_texts[path] = new SourceText(ShownPath(path), reading.Text), scalar);
        }

        Report(reading.Problem, scalar);
        return null;
    }

    /// <summary>The file that a scalar attaches; null, with a finding, where it cannot be attached.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="path">The path that it gives.</param>
    /// <param name="allowOutside">Whether it may be outside the workflow's folder.</param>
    public Attachment? Attachment(ScalarNode scalar, string path, bool allowOutside)
    {
        if (_attachments.TryGetValue(path, out var known))
        {
            return known;
        }

        var content = files.ReadBytes(path, allowOutside, Core.Attachments.Attachment.MostBytes);
        if (!content.IsRead)
        {
            Report(content.Problem, scalar);
            return null;
        }

        if (AttachmentContent.Read(path, content.Bytes, out var problem) is { } file)
        {
            return _attachments[path] = file;
        }

        findings.Add(DiagnosticCatalog.NotAttachable, scalar.Location, problem!);
        return null;
    }

    private void Report(FileProblem problem, ScalarNode scalar) => findings.Add(
        problem.Kind == FileProblemKind.Outside ? DiagnosticCatalog.NamedFileOutside : DiagnosticCatalog.NamedFileUnreadable,
        scalar.Location,
        problem.Message,
        problem.Hint);

    private SourceText Named(SourceText file, ScalarNode scalar)
    {
        if (!_lines.TryGetValue(file.Path, out var lines))
        {
            _lines[file.Path] = lines = [];
        }

        lines.Add(scalar.Range.Start.Line);
        return file;
    }

    private string ShownPath(string path)
    {
        var folder = Path.GetDirectoryName(workflowPath);
        return string.IsNullOrEmpty(folder) || Path.IsPathRooted(path) ? path : Path.Combine(folder, path);
    }
}
