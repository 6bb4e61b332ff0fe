using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Validation.Configuration;

/// <summary>What came of reading a <c>binex.yaml</c>.</summary>
public sealed record ConfigurationResult
{
    /// <summary>The text; null when it could not be read at all.</summary>
    public SourceText? Source { get; init; }

    /// <summary>The texts that findings point into.</summary>
    public IReadOnlyList<SourceText> Sources => Source is null ? [] : [Source];

    /// <summary>What it says, as far as that could be read; only to be relied on when there are no errors.</summary>
    public ProjectConfiguration Configuration { get; init; } = new();

    /// <summary>Everything that was found, sorted by place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Every value that is written in it, in the order of the file.</summary>
    public IReadOnlyList<WrittenValue> Values { get; init; } = [];

    /// <summary>Whether the configuration cannot be used.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
