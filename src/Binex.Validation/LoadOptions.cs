using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Files;

namespace Binex.Validation;

/// <summary>What loading a workflow needs beside its text.</summary>
public sealed record LoadOptions
{
    /// <summary>The files beside the workflow.</summary>
    /// <value>Null: those of the folder that the workflow's path names.</value>
    public IWorkflowFiles? Files { get; init; }

    /// <summary>The price book.</summary>
    /// <value>Null: nothing is said of prices.</value>
    public IPriceBook? Prices { get; init; }

    /// <summary>Kinds of agents that plugins add, such as <c>my-agent</c>.</summary>
    public IReadOnlyCollection<string> PluginSchemes { get; init; } = [];

    /// <summary>How much each kind of finding counts.</summary>
    public SeverityPolicy Severities { get; init; } = SeverityPolicy.Default;
}
