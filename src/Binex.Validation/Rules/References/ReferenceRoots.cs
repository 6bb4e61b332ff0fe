namespace Binex.Validation.Rules.References;

/// <summary>The words that begin references to something else than a node.</summary>
internal static class ReferenceRoots
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = (string[])["user", "env", "run", "budget", "item", "index", "iteration"];

    /// <summary>Properties of <c>${run.…}</c>.</summary>
    public static IReadOnlyList<string> RunProperties { get; } = (string[])["id", "name", "spent"];

    /// <summary>Properties of <c>${budget.…}</c>.</summary>
    public static IReadOnlyList<string> BudgetProperties { get; } = (string[])["remaining"];

    /// <summary>Whether a word is one of them.</summary>
    public static bool IsReserved(string word) => All.Contains(word, StringComparer.OrdinalIgnoreCase);
}
