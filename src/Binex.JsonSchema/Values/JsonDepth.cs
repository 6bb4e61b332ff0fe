using System.Runtime.InteropServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>Measures nesting from the text, without recursion, before something recursive looks at a value.</summary>
internal static class JsonDepth
{
    public static bool Exceeds(JsonElement value, int limit)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return false;
        }

        var text = JsonMarshal.GetRawUtf8Value(value);
        var depth = 0;
        while (true)
        {
            var next = text.IndexOfAny("\"[]{}"u8);
            if (next < 0)
            {
                return false;
            }

            var symbol = text[next];
            text = text[(next + 1)..];
            switch (symbol)
            {
                case (byte)'"':
                    text = SkipString(text);
                    break;
                case (byte)'[' or (byte)'{':
                    if (++depth > limit)
                    {
                        return true;
                    }

                    break;
                default:
                    depth--;
                    break;
            }
        }
    }

    private static ReadOnlySpan<byte> SkipString(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var next = text.IndexOfAny((byte)'"', (byte)'\\');
            if (text[next] == (byte)'"')
            {
                return text[(next + 1)..];
            }

            text = text[(next + 2)..];
        }
    }
}
