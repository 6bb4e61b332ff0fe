using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Money;

/// <summary>Finds where an amount is written.</summary>
internal static class BudgetPlaces
{
    /// <summary>The amount in the budget of a workflow or node; null when none is written.</summary>
    public static DocumentNode? Of(MappingNode? map) => map?["budget"] is MappingNode budget ? budget["max_cost"] : map?["budget"];
}
