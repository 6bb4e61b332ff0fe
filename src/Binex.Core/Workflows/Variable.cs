using System.Text.Json;

namespace Binex.Core.Workflows;

/// <summary>A variable that the user of a workflow sets: <c>${user.name}</c>.</summary>
/// <param name="Name">Its name.</param>
public sealed record Variable(string Name)
{
    /// <summary>Its type.</summary>
    public VariableType Type { get; init; } = VariableType.String;

    /// <summary>Its value when the user gives none; null when it has none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Whether a run needs a value for it.</summary>
    public bool Required { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The values it may have; empty when any will do.</summary>
    public IReadOnlyList<JsonElement> Allowed { get; init; } = [];

    /// <summary>Whether its value must never reach a file or a log.</summary>
    public bool Secret { get; init; }
}
