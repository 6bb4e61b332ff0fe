using System.Globalization;
using System.Text;

namespace Binex.JsonSchema.Patterns;

/// <summary>Reads a pattern code point by code point. After a problem it is at its end, so that every loop over it stops.</summary>
internal sealed class PatternReader(string source)
{
    private int _position;

    public int Position => _position;

    public string? Problem { get; private set; }

    public bool IsAtEnd => _position >= source.Length;

    public char Next => IsAtEnd ? '\0' : source[_position];

    public void Fail(string problem)
    {
        Problem ??= problem;
        _position = source.Length;
    }

    public bool TryTake(char symbol) => TryTake(symbol.ToString());

    public bool TryTake(string text)
    {
        if (!source.AsSpan(_position).StartsWith(text))
        {
            return false;
        }

        _position += text.Length;
        return true;
    }

    public int TakeCodePoint()
    {
        if (IsAtEnd)
        {
            return 0;
        }

        var status = Rune.DecodeFromUtf16(source.AsSpan(_position), out var rune, out var consumed);
        var codePoint = status == System.Buffers.OperationStatus.Done ? rune.Value : source[_position];
        _position += consumed;
        return codePoint;
    }

    /// <summary>As many digits as there are; null if there are none. Beyond the range of an int, that range's end.</summary>
    public int? TakeNumber()
    {
        var digits = source.AsSpan(_position).IndexOfAnyExceptInRange('0', '9');
        var text = digits < 0 ? source.AsSpan(_position) : source.AsSpan(_position, digits);
        if (text.IsEmpty)
        {
            return null;
        }

        _position += text.Length;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
    }

    /// <summary>Exactly as many hexadecimal digits; null, and nothing is read, if there are fewer.</summary>
    public int? TakeHex(int count)
    {
        if (_position + count > source.Length
            || !int.TryParse(source.AsSpan(_position, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        _position += count;
        return value;
    }

    /// <summary>What comes before a closing symbol, which is read as well; null if there is none.</summary>
    public string? TakeUntil(char end)
    {
        var length = source.AsSpan(_position).IndexOf(end);
        if (length < 0)
        {
            return null;
        }

        var text = source.Substring(_position, length);
        _position += length + 1;
        return text;
    }

    /// <summary>Goes back to an earlier place, unless there is a problem.</summary>
    public void Return(int position) => _position = Problem is null ? position : _position;
}
