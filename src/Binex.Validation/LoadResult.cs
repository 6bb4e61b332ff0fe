using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Features;
using Binex.Validation.Files;

namespace Binex.Validation;

/// <summary>What came of loading a workflow.</summary>
public sealed record LoadResult
{
    /// <summary>The workflow's text; null when it could not be read at all.</summary>
    public SourceText? Source { get; init; }

    /// <summary>The workflow; null when there are errors.</summary>
    public Workflow? Workflow { get; init; }

    /// <summary>Everything that was found, sorted by place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the text is that of a workflow, valid or not: it has the key <c>nodes</c>.</summary>
    public bool IsWorkflow { get; init; }

    /// <summary>What the workflow uses that this version cannot run; a run must refuse it unless this is empty.</summary>
    public IReadOnlyList<UnsupportedFeature> Unsupported { get; init; } = [];

    /// <summary>The files that the workflow names and that were read, by the path it gives; with them and the source a run can be loaded again.</summary>
    public IReadOnlyDictionary<string, string> FilesRead { get; init; } = new Dictionary<string, string>();

    /// <summary>The files beside the workflow; null when it could not be read at all.</summary>
    public IWorkflowFiles? Files { get; init; }

    /// <summary>All texts that findings point into: the workflow's and those of the files it names.</summary>
    public IReadOnlyList<SourceText> Sources { get; init; } = [];

    /// <summary>The paths of the files that nodes attach and that were read, as far as they are known before a run.</summary>
    public IReadOnlyCollection<string> AttachedFiles { get; init; } = [];

    /// <summary>Whether the workflow cannot be used.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
