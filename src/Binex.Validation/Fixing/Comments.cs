using Binex.Core.Text;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Fixing;

/// <summary>Takes codes out of comments that suppress findings.</summary>
internal static class Comments
{
    private const string Separators = " \t,";

    /// <summary>
    /// The edit that takes a code out of its comment; with the last code the comment goes, and its line where nothing else stands on it.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="code">Where the code is written.</param>
    public static TextEdit Without(SourceText source, TextRange code)
    {
        var text = source.Text;
        var (start, end) = (source.OffsetOf(code.Start), source.OffsetOf(code.End));
        var lineStart = start - (code.Start.Column - 1);
        var lineEnd = LineBreaks.Next(text, end);
        var mark = text.LastIndexOf('#', start);
        var words = text[(mark + 1)..lineEnd].Split([.. Separators], StringSplitOptions.RemoveEmptyEntries);
        if (words.Skip(1).TakeWhile(IsCode).Count() > 1)
        {
            while (end < lineEnd && Separators.Contains(text[end], StringComparison.Ordinal))
            {
                end++;
            }

            return new TextEdit(source.Range(start, end), "");
        }

        var before = text.AsSpan(lineStart, mark - lineStart).TrimEnd();
        if (before.Length > 0)
        {
            return new TextEdit(source.Range(lineStart + before.Length, lineEnd), "");
        }

        return new TextEdit(source.Range(lineStart, lineEnd == text.Length ? lineEnd : LineBreaks.After(text, lineEnd)), "");
    }

    private static bool IsCode(string word) => word.StartsWith("BNX", StringComparison.OrdinalIgnoreCase) && word.Length > 3 && char.IsAsciiDigit(word[3]);
}
