using YamlDotNet.Core;

namespace Binex.Validation.Documents.Yaml;

/// <summary>A map or list whose end has not been read yet.</summary>
internal sealed class OpenCollection(bool isMapping, bool isFlow, int start, AnchorName anchor)
{
    /// <summary>Whether it is a map.</summary>
    public bool IsMapping { get; } = isMapping;

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>Offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>Offset after what was read of it.</summary>
    public int End { get; set; } = start;

    /// <summary>Its anchor; empty for none.</summary>
    public AnchorName Anchor { get; } = anchor;

    /// <summary>Items of a list.</summary>
    public List<DocumentNode> Items { get; } = [];

    /// <summary>Entries of a map.</summary>
    public List<MappingEntry> Entries { get; } = [];

    /// <summary>Entries of a map by key.</summary>
    public Dictionary<string, MappingEntry> ByKey { get; } = new(StringComparer.Ordinal);

    /// <summary>Values of merge keys.</summary>
    public List<MappingEntry> Merges { get; } = [];

    /// <summary>Whether the next value of a map is a key.</summary>
    public bool AwaitsKey { get; set; } = isMapping;

    /// <summary>The key whose value comes next; null where the key was no text.</summary>
    public ScalarNode? Key { get; set; }
}
