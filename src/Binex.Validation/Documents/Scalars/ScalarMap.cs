namespace Binex.Validation.Documents.Scalars;

/// <summary>Where each character of a scalar's value is written.</summary>
internal sealed class ScalarMap
{
    private static readonly ScalarMap Unknown = new([], [], false);
    private readonly int[] _starts;
    private readonly int[] _ends;

    private ScalarMap(int[] starts, int[] ends, bool isExact)
    {
        _starts = starts;
        _ends = ends;
        IsExact = isExact;
    }

    /// <summary>
    /// Whether the places are known. The map is made by reading the source a second time; where that does not give the value
    /// that the YAML parser gave, nothing is known rather than something wrong.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>The map of a scalar.</summary>
    public static ScalarMap Of(ScalarNode scalar)
    {
        var builder = new ScalarMapBuilder(scalar.Value);
        if (scalar.Form is ScalarForm.Literal or ScalarForm.Folded)
        {
            BlockScalarReader.Read(scalar, builder);
        }
        else
        {
            FlowScalarReader.Read(scalar, builder);
        }

        return builder is { IsComplete: true, Starts.Length: > 0 } ? new ScalarMap(builder.Starts, builder.Ends, true) : Unknown;
    }

    /// <summary>Offset in the source at which a character begins; for the end of the value, the offset after its last one.</summary>
    public int StartOf(int offset) => offset < _starts.Length ? _starts[offset] : _ends[^1];

    /// <summary>Offset in the source after the last of some characters.</summary>
    public int EndOf(int offset, int length) => length == 0 ? StartOf(offset) : _ends[Math.Min(offset + length, _ends.Length) - 1];
}
