using Binex.Core.Expressions;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>What <c>defaults</c> says for all nodes.</summary>
internal sealed record DefaultSettings
{
    /// <summary>Model of nodes that name none.</summary>
    public ScalarNode? Model { get; init; }

    /// <summary>System message; prompt files are already read.</summary>
    public TextTemplate? SystemPrompt { get; init; }

    /// <summary>References of the system message.</summary>
    public IReadOnlyList<ReferenceUse> SystemPromptUses { get; init; } = [];

    /// <summary>Output limit in tokens.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Lowest output limit in tokens.</summary>
    public int? MinOutputTokens { get; init; }

    /// <summary>Sampling temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>The retry policy as it is written.</summary>
    public MappingNode? RetryPolicy { get; init; }

    /// <summary>How long one attempt may take; zero for as long as it likes.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether results are taken over from other runs.</summary>
    public bool Cache { get; init; }

    /// <summary>Whether prompt files may be outside the workflow's folder.</summary>
    public bool AllowOutside { get; init; }
}
