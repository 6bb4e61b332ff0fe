using System.Buffers;

namespace Binex.JsonSchema.Formats;

/// <summary><c>uri</c> and <c>uri-reference</c>: the grammar of RFC 3986 appendix A.</summary>
internal static class UriFormat
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Unreserved = Letters + "0123456789-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    private static readonly SearchValues<char> SchemeSymbols = SearchValues.Create(Letters + "0123456789+-.");
    private static readonly SearchValues<char> UserSymbols = SearchValues.Create(Unreserved + SubDelimiters + ":%");
    private static readonly SearchValues<char> NameSymbols = SearchValues.Create(Unreserved + SubDelimiters + "%");
    private static readonly SearchValues<char> FutureSymbols = SearchValues.Create(Unreserved + SubDelimiters + ":");
    private static readonly SearchValues<char> PathSymbols = SearchValues.Create(Unreserved + SubDelimiters + ":@/%");
    private static readonly SearchValues<char> QuerySymbols = SearchValues.Create(Unreserved + SubDelimiters + ":@/?%");

    public static bool IsUri(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return colon > 0
            && char.IsAsciiLetter(text[0])
            && !text[..colon].ContainsAnyExcept(SchemeSymbols)
            && IsAfterScheme(text[(colon + 1)..]);
    }

    public static bool IsReference(ReadOnlySpan<char> text)
    {
        if (IsUri(text))
        {
            return true;
        }

        // The first segment of a relative path must not look like a scheme.
        var end = text.IndexOfAny('/', '?', '#');
        return !(end < 0 ? text : text[..end]).Contains(':') && IsAfterScheme(text);
    }

    private static bool IsAfterScheme(ReadOnlySpan<char> text)
    {
        var fragment = text.IndexOf('#');
        if (fragment >= 0)
        {
            if (!Consists(text[(fragment + 1)..], QuerySymbols))
            {
                return false;
            }

            text = text[..fragment];
        }

        var query = text.IndexOf('?');
        if (query >= 0)
        {
            if (!Consists(text[(query + 1)..], QuerySymbols))
            {
                return false;
            }

            text = text[..query];
        }

        if (!text.StartsWith("//"))
        {
            return Consists(text, PathSymbols);
        }

        text = text[2..];
        var path = text.IndexOf('/');
        return path < 0 ? IsAuthority(text) : IsAuthority(text[..path]) && Consists(text[path..], PathSymbols);
    }

    private static bool IsAuthority(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at >= 0)
        {
            if (!Consists(text[..at], UserSymbols))
            {
                return false;
            }

            text = text[(at + 1)..];
        }

        var portMark = text.LastIndexOf(':');
        if (portMark >= 0 && portMark > text.LastIndexOf(']'))
        {
            if (text[(portMark + 1)..].ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            text = text[..portMark];
        }

        return text is ['[', .. var literal, ']'] ? IsLiteral(literal) : Consists(text, NameSymbols);
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        if (text is not ['v' or 'V', .. var future])
        {
            return AddressFormats.IsIPv6(text);
        }

        var dot = future.IndexOf('.');
        if (dot < 1 || dot == future.Length - 1 || future[(dot + 1)..].ContainsAnyExcept(FutureSymbols))
        {
            return false;
        }

        foreach (var symbol in future[..dot])
        {
            if (!char.IsAsciiHexDigit(symbol))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Consists(ReadOnlySpan<char> text, SearchValues<char> symbols)
    {
        if (text.ContainsAnyExcept(symbols))
        {
            return false;
        }

        for (var mark = text.IndexOf('%'); mark >= 0; mark = text.IndexOf('%'))
        {
            if (mark + 2 >= text.Length || !char.IsAsciiHexDigit(text[mark + 1]) || !char.IsAsciiHexDigit(text[mark + 2]))
            {
                return false;
            }

            text = text[(mark + 3)..];
        }

        return true;
    }
}
