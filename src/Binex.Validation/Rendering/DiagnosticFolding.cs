using Binex.Core.Diagnostics;

namespace Binex.Validation.Rendering;

/// <summary>Keeps the first findings of each kind and counts the others, so that one mistake made a hundred times does not hide the rest.</summary>
/// <param name="most">How many of a kind are kept.</param>
public sealed class DiagnosticFolding(int most)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The findings that are kept.</summary>
    /// <param name="diagnostics">Findings of one more file.</param>
    public IReadOnlyList<Diagnostic> Keep(IReadOnlyList<Diagnostic> diagnostics)
    {
        var kept = new List<Diagnostic>(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            var seen = _seen.GetValueOrDefault(diagnostic.Code);
            _seen[diagnostic.Code] = seen + 1;
            if (seen < most)
            {
                kept.Add(diagnostic);
            }
        }

        return kept;
    }

    /// <summary>How many findings of each kind were not kept, by rising code; kinds of which all were kept are left out.</summary>
    public IReadOnlyList<(string Code, int Count)> Hidden()
    {
        var hidden = new List<(string Code, int Count)>();
        foreach (var (code, seen) in _seen)
        {
            if (seen > most)
            {
                hidden.Add((code, seen - most));
            }
        }

        hidden.Sort(static (one, other) => string.CompareOrdinal(one.Code, other.Code));
        return hidden;
    }
}
