using Binex.JsonSchema.Patterns;

namespace Binex.JsonSchema.Formats;

/// <summary><c>regex</c>: a regular expression of ECMA-262.</summary>
internal static class RegexFormat
{
    // What is longer could not be used as a pattern either.
    private const int MaxSize = 100_000;

    public static bool IsValid(ReadOnlySpan<char> text) => EcmaTranslator.Translate(text.ToString(), MaxSize).Problem is null;
}
