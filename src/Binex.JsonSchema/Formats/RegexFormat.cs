using Binex.JsonSchema.Patterns;

namespace Binex.JsonSchema.Formats;

/// <summary><c>regex</c>: a regular expression of ECMA-262.</summary>
internal static class RegexFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => EcmaTranslator.Translate(text.ToString(), int.MaxValue).Problem is null;
}
