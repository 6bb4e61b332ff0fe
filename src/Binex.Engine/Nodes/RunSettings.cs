using System.Text.Json;

namespace Binex.Engine.Nodes;

/// <summary>What holds for a whole run beside its workflow.</summary>
public sealed record RunSettings
{
    /// <summary>Values of the workflow's variables, defaults applied.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Whether a failure cancels what is running.</summary>
    public bool FailFast { get; init; }

    /// <summary>Seed of the jitter of waits before retries.</summary>
    public int Seed { get; init; }
}
