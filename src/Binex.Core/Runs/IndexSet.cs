using System.Numerics;

namespace Binex.Core.Runs;

/// <summary>
/// A set of small numbers that gives its smallest in constant time: a bit for each number, and above it a bit for each word that
/// is not empty. Three levels hold 262,144 numbers, four hold 16 million.
/// </summary>
internal sealed class IndexSet
{
    private const int WordBits = 64;
    private readonly ulong[][] _levels;

    public IndexSet(int capacity)
    {
        var levels = new List<ulong[]>();
        var length = Math.Max(1, capacity);
        do
        {
            length = (length + WordBits - 1) / WordBits;
            levels.Add(new ulong[length]);
        }
        while (length > 1);
        _levels = [.. levels];
    }

    public int Count { get; private set; }

    /// <summary>The smallest number, or -1.</summary>
    public int Min
    {
        get
        {
            if (Count == 0)
            {
                return -1;
            }

            var index = 0;
            for (var level = _levels.Length - 1; level >= 0; level--)
            {
                index = (index * WordBits) + BitOperations.TrailingZeroCount(_levels[level][index]);
            }

            return index;
        }
    }

    public bool Contains(int index) => (_levels[0][index / WordBits] & (1UL << (index % WordBits))) != 0;

    public void Add(int index)
    {
        if (Contains(index))
        {
            return;
        }

        Count++;
        foreach (var level in _levels)
        {
            level[index / WordBits] |= 1UL << (index % WordBits);
            index /= WordBits;
        }
    }

    public void Remove(int index)
    {
        if (!Contains(index))
        {
            return;
        }

        Count--;
        foreach (var level in _levels)
        {
            level[index / WordBits] &= ~(1UL << (index % WordBits));
            index /= WordBits;
            if (level[index] != 0)
            {
                return;
            }
        }
    }
}
