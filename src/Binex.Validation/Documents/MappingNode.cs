using Binex.Core.Text;

namespace Binex.Validation.Documents;

/// <summary>A map. Keys are unique; keys of merged maps come after its own.</summary>
internal sealed class MappingNode : DocumentNode
{
    private readonly Dictionary<string, MappingEntry> _byKey;

    /// <summary>Takes a map's entries.</summary>
    public MappingNode(SourceText source, int start, int end, IReadOnlyList<MappingEntry> entries, Dictionary<string, MappingEntry> byKey)
        : base(source, start, end)
    {
        Entries = entries;
        _byKey = byKey;
        Weight = 1;
        foreach (var (key, value) in entries)
        {
            Weight += key.Weight + value.Weight;
            Height = Math.Max(Height, value.Height + 1);
        }
    }

    /// <summary>Its entries, in order.</summary>
    public IReadOnlyList<MappingEntry> Entries { get; }

    /// <inheritdoc/>
    public override long Weight { get; }

    /// <inheritdoc/>
    public override int Height { get; }

    /// <summary>The entry with a key, or null.</summary>
    public MappingEntry? Entry(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The value of a key, or null when the key is absent.</summary>
    public DocumentNode? this[string key] => _byKey.GetValueOrDefault(key)?.Value;
}
