using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rules;

namespace Binex.Validation.Documents.Scalars;

/// <summary>Finds halves of surrogate pairs, which an escape can make and which no JSON can hold.</summary>
internal static class Surrogates
{
    /// <summary>Reports halves, and puts the replacement character in their place.</summary>
    public static string Check(string value, SourceLocation location, FindingList findings)
    {
        var first = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
        {
            return value;
        }

        char[]? mended = null;
        for (var i = first; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                mended ??= value.ToCharArray();
                mended[i] = '\uFFFD';
            }
        }

        if (mended is null)
        {
            return value;
        }

        findings.Add(
            DiagnosticCatalog.NotText,
            location,
            "an escape here makes half of a character (a lone surrogate)",
            "write both halves, or the character itself");
        return new string(mended);
    }
}
