using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Features;
using Binex.Validation.Files;
using Binex.Validation.Rules;
using Binex.Validation.Schema;

namespace Binex.Validation;

/// <summary>Turns the text of a workflow into findings and, when there are no errors, a workflow.</summary>
public static class WorkflowLoader
{
    /// <summary>Loads a workflow from a file. Never fails: what is wrong is in the result.</summary>
    /// <param name="path">Path as the user gave it.</param>
    /// <param name="options">What else is needed.</param>
    public static LoadResult Load(string path, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        var shown = path.Replace('\\', '/');
        var reading = TextFileReader.Read(path, shown, DocumentLimits.MaxBytes);
        if (!reading.IsRead)
        {
            return Unreadable(shown, reading.Problem);
        }

        return Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" or ".json"
            ? LoadText(path, reading.Text, options)
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
        var result = new LoadResult { Source = source, Sources = [source] };
        if (DocumentReader.Read(source, findings) is { } document)
        {
            result = document is MappingNode root ? Check(result, root, options, findings) : NotAMap(result, document, findings);
        }

        return result with { Diagnostics = findings.ToSorted() };
    }

    private static LoadResult Check(LoadResult result, MappingNode root, LoadOptions options, FindingList findings)
    {
        var path = result.Source!.Path;
        var beside = options.Files ?? new DiskWorkflowFiles(Path.GetDirectoryName(path) ?? "");
        var files = new NamedFiles(beside, path, findings);
        SchemaCheck.Run(root, findings);
        var draft = new DraftBuilder(files, findings).Build(root);
        foreach (var rule in RuleSet.Create(options, beside))
        {
            rule.Check(draft, findings);
        }

        var unsupported = UnsupportedFeatures.Find(root, findings);
        var filesRead = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files.Texts)
        {
            filesRead.Add(name, file.Text);
        }

        return result with
        {
            Workflow = findings.HasErrors ? null : draft.ToWorkflow(),
            Unsupported = unsupported,
            FilesRead = filesRead,
            Sources = [result.Source, .. files.Texts.Values],
        };
    }

    private static LoadResult NotAMap(LoadResult result, DocumentNode document, FindingList findings)
    {
        var end = Math.Min(document.End, LineBreaks.Next(document.Source.Text, document.Start));
        findings.Add(
            DiagnosticCatalog.RootNotMap,
            new SourceLocation(document.Source.Path, document.Source.Range(document.Start, end)),
            $"a workflow is a map of keys such as 'name' and 'nodes', but this is {(document is SequenceNode ? "a list" : "a single value")}");
        return result;
    }

    private static LoadResult Unreadable(string path, FileProblem problem)
    {
        var descriptor = problem.Kind switch
        {
            FileProblemKind.TooLarge => DiagnosticCatalog.FileTooLarge,
            FileProblemKind.NotText => DiagnosticCatalog.NotText,
            _ => DiagnosticCatalog.FileUnreadable,
        };
        return Refused(path, descriptor, problem.Message, problem.Hint);
    }

    private static LoadResult Refused(string path, DiagnosticDescriptor descriptor, string message, string? hint) => new()
    {
        Diagnostics = [new Diagnostic(descriptor, new SourceLocation(path, TextRange.FileStart), message) { Hint = hint }],
    };
}
