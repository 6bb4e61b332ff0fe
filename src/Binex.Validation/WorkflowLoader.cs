using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Features;
using Binex.Validation.Files;
using Binex.Validation.Rules;
using Binex.Validation.Schema;
using Binex.Validation.Suppressions;

namespace Binex.Validation;

/// <summary>Turns the text of a workflow into findings and, when there are no errors, a workflow.</summary>
public static class WorkflowLoader
{
    /// <summary>Loads a workflow from a file. Never fails: what is wrong is in the result.</summary>
    /// <param name="path">Path as the user gave it.</param>
    /// <param name="options">What else is needed.</param>
    public static LoadResult Load(string path, LoadOptions options) => Load(path, path, options);

    /// <summary>Loads a workflow from a file. Never fails: what is wrong is in the result.</summary>
    /// <param name="path">Path.</param>
    /// <param name="shown">Path for messages.</param>
    /// <param name="options">What else is needed.</param>
    public static LoadResult Load(string path, string shown, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(options);
        shown = shown.Replace('\\', '/');
        var reading = TextFileReader.Read(path, shown, DocumentLimits.MaxBytes);
        if (!reading.IsRead)
        {
            return new LoadResult { Diagnostics = (Diagnostic[])[reading.Problem.ToDiagnostic(shown)] };
        }

        return Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" or ".json"
            ? LoadText(shown, reading.Text, options with { Files = options.Files ?? new DiskWorkflowFiles(Path.GetDirectoryName(path) ?? "") })
            : Refused(
                shown,
                DiagnosticCatalog.UnknownSuffix,
                $"'{shown}' does not end in .yaml, .yml or .json",
                "rename it, so that it is clear how it is read");
    }

    /// <summary>Loads a workflow from a text, such as that of standard input or of an earlier run. Never fails: what is wrong is in the result.</summary>
    /// <param name="path">Path for messages; files beside the workflow start from its folder, and a text whose path ends in <c>.json</c> is read as JSON.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">What else is needed.</param>
    public static LoadResult LoadText(string path, string text, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var shown = path.Replace('\\', '/');
        if (text.Length > DocumentLimits.MaxBytes)
        {
            return Refused(
                shown,
                DiagnosticCatalog.FileTooLarge,
                $"the text has {text.Length:N0} characters, and at most {DocumentLimits.MaxBytes:N0} are read",
                null);
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return Refused(shown, DiagnosticCatalog.NotText, "the text holds a zero character, so it is no text", null);
        }

        var source = new SourceText(path, text);
        var findings = new FindingList();
        var result = new LoadResult { Source = source, Sources = (SourceText[])[source] };
        var document = DocumentReader.Read(source, findings);
        if (document is MappingNode root)
        {
            return Check(result, root, options, findings);
        }

        if (document is not null)
        {
            findings.AddNoMap(document, "a workflow is a map of keys such as 'name' and 'nodes'");
        }

        return result with { Diagnostics = findings.ToSorted(), IsWorkflow = document is null && HasNodes(text) };
    }

    // What cannot be read as YAML may be a workflow all the same, and then somebody wants to know.
    private static bool HasNodes(string text) => text.StartsWith("nodes:", StringComparison.Ordinal) || text.Contains("\nnodes:", StringComparison.Ordinal);

    private static LoadResult Check(LoadResult result, MappingNode root, LoadOptions options, FindingList findings)
    {
        var path = result.Source!.Path;
        var beside = options.Files ?? new DiskWorkflowFiles(Path.GetDirectoryName(path) ?? "");
        var files = new NamedFiles(beside, path, findings);
        var draft = new DraftBuilder(files, findings, options.Project, options.Variables).Build(root);
        foreach (var rule in RuleSet.Create(options, beside))
        {
            rule.Check(draft, findings);
        }

        // Last, because another thread may still be compiling the schema; findings are sorted anyway.
        SchemaCheck.Run(root, WorkflowSchema.Compiled, "the workflow", findings);
        foreach (var rule in findings.HasErrors ? [] : RuleSet.CreateForSound(options))
        {
            rule.Check(draft, findings);
        }

        var unsupported = UnsupportedFeatures.Find(root, findings);
        var filesRead = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files.Texts)
        {
            filesRead.Add(name, file.Text);
        }

        var diagnostics = Suppression.Apply(findings.ToSorted(), result.Source, files.Lines, options.Project.Severities);
        return result with
        {
            Diagnostics = diagnostics,
            IsWorkflow = root["nodes"] is not null,
            Workflow = diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error) ? null : draft.ToWorkflow(),
            Unsupported = unsupported,
            FilesRead = filesRead,
            Files = beside,
            Sources = (SourceText[])[result.Source, .. files.Texts.Values],
            AttachedFiles = files.AttachedFiles,
        };
    }

    private static LoadResult Refused(string path, DiagnosticDescriptor descriptor, string message, string? hint) => new()
    {
        Diagnostics = (Diagnostic[])[new Diagnostic(descriptor, new SourceLocation(path, TextRange.FileStart), message) { Hint = hint }],
    };
}
