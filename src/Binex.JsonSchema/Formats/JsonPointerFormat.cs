namespace Binex.JsonSchema.Formats;

/// <summary><c>json-pointer</c>: RFC 6901 section 5.</summary>
internal static class JsonPointerFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] != '/')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1')))
            {
                return false;
            }
        }

        return true;
    }
}
