namespace Binex.Core.Diagnostics;

/// <content>Findings about models, prices and budgets.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>The model has no price.</summary>
    public static readonly DiagnosticDescriptor UnpricedModel = Error("BNX3001", "The model has no price",
        "The price book has no price for the model, and a budget holds (1.00 US dollar where none is written).");

    /// <summary>A node may spend more than the run.</summary>
    public static readonly DiagnosticDescriptor NodeBudgetAboveRun = Warning("BNX3002", "A node may spend more than the run",
        "The max_cost of a node is higher than that of the workflow, which holds first.");

    /// <summary>Amounts are US dollars.</summary>
    public static readonly DiagnosticDescriptor ForeignCurrency = Warning("BNX3003", "Amounts are US dollars",
        "budget.currency names another currency than USD. Amounts are taken as US dollars; nothing is converted.");

    /// <summary>max_tokens is more than the model can give.</summary>
    public static readonly DiagnosticDescriptor AboveModelLimit = Warning("BNX3004", "max_tokens is more than the model can give",
        "The output limit is higher than the longest answer of the model.");

    private static DiagnosticDescriptor[] ModelsKinds() =>
    [
        UnpricedModel, NodeBudgetAboveRun, ForeignCurrency, AboveModelLimit,
    ];
}
