using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Values by member name, looked up with the UTF-8 bytes of the document, so that no name becomes a string.</summary>
internal sealed class NameTable<TValue>
{
    private readonly Dictionary<byte[], TValue> _values = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], TValue>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public NameTable(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        foreach (var (name, value) in values)
        {
            _values[Encoding.UTF8.GetBytes(name)] = value;
        }

        _lookup = _values.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _values.Count;

    public bool TryGet(JsonProperty property, [MaybeNullWhen(false)] out TValue value)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\')
            ? _lookup.TryGetValue(Encoding.UTF8.GetBytes(JsonText.ReadName(property)), out value)
            : _lookup.TryGetValue(raw, out value);
    }
}
