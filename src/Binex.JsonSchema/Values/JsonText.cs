using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>
/// The characters of a JSON string, decoded into a buffer of the caller or a rented one. Other than <see cref="JsonElement.GetString"/> it
/// neither allocates nor throws: half a surrogate pair stays half a surrogate pair.
/// </summary>
internal ref struct JsonText
{
    /// <summary>How many characters a caller should lend from its stack.</summary>
    public const int ScratchLength = 256;

    /// <summary>No character takes more bytes than one written as \uXXXX.</summary>
    public const int LongestEscape = 6;

    private char[]? _rented;

    private JsonText(ReadOnlySpan<byte> raw, Span<char> scratch)
    {
        // A character never takes fewer bytes of JSON than it takes UTF-16 units.
        var buffer = raw.Length <= scratch.Length ? scratch : _rented = ArrayPool<char>.Shared.Rent(raw.Length);
        Characters = buffer[..Decode(raw, buffer)];
    }

    public ReadOnlySpan<char> Characters { get; }

    /// <summary>Decodes a string value.</summary>
    public static JsonText Of(JsonElement text, Span<char> scratch) => new(Raw(text), scratch);

    /// <summary>Decodes the name of a member.</summary>
    public static JsonText OfName(JsonProperty property, Span<char> scratch) => new(JsonMarshal.GetRawUtf8PropertyName(property), scratch);

    /// <summary>A string value as a string.</summary>
    public static string Read(JsonElement text) => ToString(Raw(text));

    /// <summary>The first characters of a string value, or a few more.</summary>
    public static string ReadStart(JsonElement text, int length)
    {
        var raw = Raw(text);
        var end = 0;
        for (var count = 0; count < length * LongestEscape && end < raw.Length; count++)
        {
            end += raw[end] != (byte)'\\' ? 1 : raw[end + 1] == (byte)'u' ? LongestEscape : 2;
        }

        return ToString(raw[..end]);
    }

    /// <summary>The name of a member as a string.</summary>
    public static string ReadName(JsonProperty property) => ToString(JsonMarshal.GetRawUtf8PropertyName(property));

    /// <summary>The bytes between the quotes, escapes as they are written.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    /// <summary>The length of a string as JSON Schema counts it: in code points.</summary>
    public static int CountCodePoints(JsonElement text)
    {
        var raw = Raw(text);
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Ascii.IsValid(raw) ? raw.Length : CountLeadingBytes(raw);
        }

        using var decoded = Of(text, stackalloc char[ScratchLength]);
        var count = 0;
        foreach (var _ in decoded.Characters.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }

    private static string ToString(ReadOnlySpan<byte> raw)
    {
        using var text = new JsonText(raw, stackalloc char[ScratchLength]);
        return text.Characters.ToString();
    }

    // Every byte begins a code point but those that continue one.
    private static int CountLeadingBytes(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var symbol in utf8)
        {
            count += (symbol & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    private static int Decode(ReadOnlySpan<byte> raw, Span<char> target)
    {
        var written = 0;
        while (true)
        {
            var escape = raw.IndexOf((byte)'\\');
            var plain = escape < 0 ? raw : raw[..escape];
            written += Encoding.UTF8.GetChars(plain, target[written..]);
            if (escape < 0)
            {
                return written;
            }

            raw = raw[(escape + 1)..];
            target[written++] = Unescape(ref raw);
        }
    }

    private static char Unescape(ref ReadOnlySpan<byte> raw)
    {
        var symbol = (char)raw[0];
        raw = raw[1..];
        switch (symbol)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                var unit = ushort.Parse(raw[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                raw = raw[4..];
                return (char)unit;
            default: return symbol;
        }
    }
}
