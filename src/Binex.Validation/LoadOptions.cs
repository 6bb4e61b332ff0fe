using Binex.Core.Configuration;
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

    /// <summary>What holds for all workflows of the project: severities, the cap over its budget, its concurrency.</summary>
    public ProjectConfiguration Project { get; init; } = new();
}
