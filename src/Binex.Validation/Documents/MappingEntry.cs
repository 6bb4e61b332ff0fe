namespace Binex.Validation.Documents;

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record MappingEntry(ScalarNode Key, DocumentNode Value)
{
    /// <summary>The value, or the key where the value is not written, so that a finding has something to point at.</summary>
    public DocumentNode Place => Value.Start == Value.End ? Key : Value;
}
