namespace Binex.Core.Ledgers;

/// <summary>Caps over what several nodes of a run spend together: those that ask the same model, and those that have the same tag.</summary>
public sealed record GroupCaps
{
    /// <summary>No such caps.</summary>
    public static GroupCaps None { get; } = new();

    /// <summary>Limits of models, by the name that <see cref="Prices.CallBound.Model"/> has.</summary>
    public IReadOnlyDictionary<string, Cap> Models { get; init; } = new Dictionary<string, Cap>();

    /// <summary>Limits of tags.</summary>
    public IReadOnlyDictionary<string, Cap> Tags { get; init; } = new Dictionary<string, Cap>();

    /// <summary>The tags of a node, by its id.</summary>
    public Func<string, IReadOnlyList<string>> TagsOf { get; init; } = static _ => [];
}
