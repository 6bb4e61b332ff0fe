namespace Binex.Validation.Documents.Scalars;

/// <summary>Collects the places of a value's characters, and holds each against the character that must be there.</summary>
internal sealed class ScalarMapBuilder(string value)
{
    private int _count;

    /// <summary>Where each character begins.</summary>
    public int[] Starts { get; } = new int[value.Length];

    /// <summary>Where each character ends.</summary>
    public int[] Ends { get; } = new int[value.Length];

    /// <summary>Whether a character was read that is not the one in the value.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether every character has its place.</summary>
    public bool IsComplete => !Failed && _count == value.Length;

    /// <summary>Whether reading on is of no use.</summary>
    public bool IsDone => Failed || _count == value.Length;

    /// <summary>Adds the next character.</summary>
    public void Add(char character, int start, int end)
    {
        if (Failed || _count == value.Length || value[_count] != character)
        {
            Failed = true;
            return;
        }

        Starts[_count] = start;
        Ends[_count++] = end;
    }

    /// <summary>Adds characters that are written as they are.</summary>
    public void AddVerbatim(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            Add(text[i], i, i + 1);
        }
    }
}
