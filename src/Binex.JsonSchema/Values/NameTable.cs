using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Values;

/// <summary>
/// Values by member name, looked up with the UTF-8 bytes of the document, so that no name becomes a string. A hash table of its own:
/// it is made for every object of a schema, and one of the framework's with such look-ups would be compiled anew at every start.
/// </summary>
internal sealed class NameTable<TValue>
{
    private readonly Entry[] _entries;
    private readonly int[] _buckets; // Where a chain of entries begins, from 1.
    private int _longest;

    /// <summary>An empty table.</summary>
    /// <param name="capacity">How many names will be added at most.</param>
    public NameTable(int capacity)
    {
        _entries = new Entry[capacity];
        _buckets = new int[Math.Max(1, capacity)];
    }

    public NameTable(Dictionary<string, TValue> values)
        : this(values.Count)
    {
        foreach (var (name, value) in values)
        {
            Add(name, value);
        }
    }

    public int Count { get; private set; }

    /// <summary>Adds a name that is not in the table.</summary>
    public void Add(string name, TValue value)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        ref var bucket = ref BucketOf(bytes);
        _entries[Count] = new Entry(bytes, value, bucket);
        bucket = ++Count;
        _longest = Math.Max(_longest, bytes.Length);
    }

    /// <summary>Looks a member up. Names longer than any in the table are not even read.</summary>
    public bool TryGet(JsonProperty property, Evaluator evaluator, [MaybeNullWhen(false)] out TValue value)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        var escaped = raw.IndexOf((byte)'\\') >= 0;
        if (raw.Length > (escaped ? JsonText.LongestEscape : 1) * _longest || !evaluator.SpendOnText(raw.Length))
        {
            value = default;
            return false;
        }

        return TryGet(escaped ? Encoding.UTF8.GetBytes(JsonText.ReadName(property)) : raw, out value);
    }

    private bool TryGet(ReadOnlySpan<byte> name, [MaybeNullWhen(false)] out TValue value)
    {
        for (var place = BucketOf(name); place > 0; place = _entries[place - 1].Next)
        {
            if (name.SequenceEqual(_entries[place - 1].Name))
            {
                value = _entries[place - 1].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    // The hash is seeded, so nobody can choose names that collide.
    private ref int BucketOf(ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.AddBytes(name);
        return ref _buckets[(uint)hash.ToHashCode() % (uint)_buckets.Length];
    }

    private readonly struct Entry(byte[] name, TValue value, int next)
    {
        public readonly byte[] Name = name;
        public readonly TValue Value = value;
        public readonly int Next = next;
    }
}
