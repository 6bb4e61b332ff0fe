using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Values;

/// <summary>Values by member name, looked up with the UTF-8 bytes of the document, so that no name becomes a string.</summary>
internal sealed class NameTable<TValue>
{
    private readonly Dictionary<byte[], TValue> _values = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], TValue>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly int _longest;

    public NameTable(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        foreach (var (name, value) in values)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            _values[bytes] = value;
            _longest = Math.Max(_longest, bytes.Length);
        }

        _lookup = _values.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _values.Count;

    /// <summary>Looks a member up. Names longer than any in the table are not even read.</summary>
    public bool TryGet(JsonProperty property, Evaluator evaluator, [MaybeNullWhen(false)] out TValue value)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        var escaped = raw.Contains((byte)'\\');
        if (raw.Length > (escaped ? JsonText.LongestEscape : 1) * _longest || !evaluator.SpendOnText(raw.Length))
        {
            value = default;
            return false;
        }

        return escaped
            ? _lookup.TryGetValue(Encoding.UTF8.GetBytes(JsonText.ReadName(property)), out value)
            : _lookup.TryGetValue(raw, out value);
    }
}
