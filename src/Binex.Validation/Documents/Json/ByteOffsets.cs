using System.Text;

namespace Binex.Validation.Documents.Json;

/// <summary>Turns offsets in UTF-8 into offsets in UTF-16; fast for offsets that mostly rise.</summary>
internal sealed class ByteOffsets(string text)
{
    private int _characters;
    private long _bytes;

    /// <summary>The offset in characters.</summary>
    public int ToCharacters(long bytes)
    {
        if (bytes < _bytes)
        {
            _characters = 0;
            _bytes = 0;
        }

        while (_bytes < bytes && _characters < text.Length)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(_characters), out var rune, out var consumed);
            _bytes += status == System.Buffers.OperationStatus.Done ? rune.Utf8SequenceLength : Rune.ReplacementChar.Utf8SequenceLength;
            _characters += consumed;
        }

        return _characters;
    }
}
