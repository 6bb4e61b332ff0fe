namespace Binex.Core.Expressions;

/// <summary>Quotes what somebody wrote in a message, at a length that leaves the message readable.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    /// <param name="text">What was written.</param>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length <= Longest)
        {
            return text.ToString();
        }

        var length = Longest - 1;
        return $"{text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd()}…";
    }
}
