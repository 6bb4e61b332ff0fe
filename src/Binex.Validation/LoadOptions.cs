using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Models;
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

    /// <summary>Bounds of tokens, those by which reservations are made.</summary>
    /// <value>Null: nothing is said of what calls can cost.</value>
    public ITokenBounds? TokenBounds { get; init; }

    /// <summary>The day on which a model must be in service.</summary>
    /// <value>Null: nothing is said of the days on which models go out of service.</value>
    public DateOnly? Today { get; init; }

    /// <summary>The environment variable that holds the key for a model, by the model's name; null for a model that needs none.</summary>
    /// <value>Null: nothing is said of keys.</value>
    public Func<string, string?>? KeyVariable { get; init; }

    /// <summary>Reads an environment variable.</summary>
    /// <value>Null: nothing is said of keys.</value>
    public Func<string, string?>? Environment { get; init; }

    /// <summary>Values of variables that are known already; they go before the defaults where a variable names a file to attach.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>Kinds of agents that plugins add, such as <c>my-agent</c>.</summary>
    public IReadOnlyCollection<string> PluginSchemes { get; init; } = [];

    /// <summary>What holds for all workflows of the project: severities, the cap over its budget, its concurrency.</summary>
    public ProjectConfiguration Project { get; init; } = new();
}
