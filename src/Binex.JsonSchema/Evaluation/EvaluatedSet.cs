namespace Binex.JsonSchema.Evaluation;

/// <summary>Which members of an object, or items of an array, some keyword has looked at; by their position.</summary>
internal sealed class EvaluatedSet
{
    private ulong[] _words = [];
    private int _length;

    /// <summary>Forgets everything and makes room for as many positions.</summary>
    public void Reset(int count)
    {
        _length = (count + 63) / 64;
        if (_words.Length < _length)
        {
            _words = new ulong[_length];
        }

        Array.Clear(_words, 0, _length);
    }

    public bool Contains(int position) => (_words[position >> 6] & (1UL << position)) != 0;

    public void Mark(int position) => _words[position >> 6] |= 1UL << position;

    public void MarkAll() => Array.Fill(_words, ulong.MaxValue, 0, _length);

    public void UnionWith(EvaluatedSet other)
    {
        for (var i = 0; i < _length; i++)
        {
            _words[i] |= other._words[i];
        }
    }
}
