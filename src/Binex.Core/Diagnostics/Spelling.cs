namespace Binex.Core.Diagnostics;

/// <summary>Finds the known name that somebody probably meant.</summary>
public static class Spelling
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The candidate nearest to a name by edit distance (insertion, deletion, replacement, swap of neighbours; case is
    /// ignored), or null when none is near enough: at most a third of the name's length, and never more than three.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known; the earlier one wins a tie.</param>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var allowed = AllowedDistance(name);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (DistanceWithin(allowed, name, candidate) is { } distance)
            {
                best = candidate;
                allowed = distance - 1;
            }
        }

        return best;
    }

    /// <summary>The one candidate that is near enough to a name, as <see cref="Nearest"/> has it; null when there is none or a second one.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known, each once.</param>
    public static string? OnlyNear(string name, IEnumerable<string> candidates)
    {
        var allowed = AllowedDistance(name);
        string? only = null;
        foreach (var candidate in candidates)
        {
            if (DistanceWithin(allowed, name, candidate) is null)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = candidate;
        }

        return only;
    }

    /// <summary>A hint sentence for <see cref="Nearest"/>, or null when nothing is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known.</param>
    public static string? Hint(string name, IEnumerable<string> candidates) =>
        Nearest(name, candidates) is { } nearest ? $"did you mean '{nearest}'?" : null;

    // Below zero for a name that nothing is compared with.
    private static int AllowedDistance(string name) =>
        name.Length is 0 or > LongestCompared ? -1 : Math.Min(3, Math.Max(1, (name.Length + 1) / 3));

    private static int? DistanceWithin(int allowed, string name, string candidate)
    {
        if (Math.Abs(candidate.Length - name.Length) > allowed)
        {
            return null;
        }

        var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
        return distance <= allowed ? distance : null;
    }

    private static int Distance(string a, string b)
    {
        Span<int> beforePrevious = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforePrevious[j - 2] + 1);
                }

                current[j] = best;
            }

            var spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
