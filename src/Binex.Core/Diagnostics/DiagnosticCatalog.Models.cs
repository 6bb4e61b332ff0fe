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

    /// <summary>The model is not known.</summary>
    public static readonly DiagnosticDescriptor UnknownModel = Warning("BNX3005", "The model is not known",
        "The price book does not know the model, but knows one of nearly that name. 'unpriced: allow' lets the run ask for it "
        + "all the same.");

    /// <summary>The model is out of service.</summary>
    public static readonly DiagnosticDescriptor RetiredModel = Warning("BNX3006", "The model is out of service",
        "The day on which the provider takes the model out of service, by the price book, is over.")
        with { DependsOnSurroundings = true };

    /// <summary>The model goes out of service soon.</summary>
    public static readonly DiagnosticDescriptor RetiringModel = Information("BNX3007", "The model goes out of service soon",
        "The provider takes the model out of service within the next 90 days, by the price book.")
        with { DependsOnSurroundings = true };

    /// <summary>The model does not take this parameter.</summary>
    public static readonly DiagnosticDescriptor UnsupportedParameter = Warning("BNX3008", "The model does not take this parameter",
        "The node gives tools, a temperature, top_p or reasoning_effort to a model that, by the price book, cannot do anything "
        + "with it.");

    /// <summary>The model does not keep to a schema by itself.</summary>
    public static readonly DiagnosticDescriptor SchemaNotEnforced = Information("BNX3009", "The model does not keep to a schema by itself",
        "The node has an output_schema, and the model has no mode in which its provider holds answers to one. The answer is "
        + "checked all the same.");

    /// <summary>The prompt does not fit the model.</summary>
    public static readonly DiagnosticDescriptor PromptTooLong = Warning("BNX3010", "The prompt does not fit the model",
        "The fixed text of the prompts alone is more than the model's context window holds, even at six characters a token.");

    /// <summary>A key is not set.</summary>
    public static readonly DiagnosticDescriptor MissingCredentials = Information("BNX3011", "A key is not set",
        "The environment variable that holds the key for a model is not set here. A run with --simulate needs none.")
        with { DependsOnSurroundings = true };

    /// <summary>There is no such tool.</summary>
    public static readonly DiagnosticDescriptor UnknownTool = Objection("BNX3012", "There is no such tool",
        "A tool names an MCP server that mcp_servers does not declare, a built-in tool that there is not, or is no URI of a "
        + "known kind.");

    /// <summary>The file of a tool or agent is missing.</summary>
    public static readonly DiagnosticDescriptor ToolFileMissing = Warning("BNX3013", "The file of a tool or agent is missing",
        "exec:// with a path, or workflow://, names a file that is not there, seen from the workflow's folder.");

    /// <summary>An assertion cannot hold.</summary>
    public static readonly DiagnosticDescriptor ImpossibleAssertion = Objection("BNX3014", "An assertion cannot hold",
        "The assertions of a node contradict each other, or one of them is such that no answer can meet it.");

    /// <summary>The budget is too small for a call.</summary>
    public static readonly DiagnosticDescriptor BudgetBelowMinimum = Warning("BNX3015", "The budget is too small for a call",
        "A call that the run must make does not fit its budget even with the lowest output limit, so the call is refused.");

    /// <summary>The budget is below the worst case.</summary>
    public static readonly DiagnosticDescriptor BudgetBelowWorstCase = Information("BNX3016", "The budget is below the worst case",
        "What the run can cost at most, by the plan, is more than its budget; the budget may stop the run before its end.");

    /// <summary>The budgets of the nodes add up to more than the run's.</summary>
    public static readonly DiagnosticDescriptor NodeBudgetsAboveRun = Information("BNX3017", "The budgets of the nodes add up to more than the run's",
        "Each node fits the budget of the run, but not all of them together when each spends its own.");

    /// <summary>The cost can multiply.</summary>
    public static readonly DiagnosticDescriptor CostMultiplied = Warning("BNX3018", "The cost can multiply",
        "A loop or the attempts that are written let a node that costs money ask its model more than ten times.");

    /// <summary>An expensive model has no max_tokens.</summary>
    public static readonly DiagnosticDescriptor NoOutputLimit = Information("BNX3019", "An expensive model has no max_tokens",
        "Neither the node nor defaults gives max_tokens, and an answer of the 4,096 tokens that hold then costs ten cents or "
        + "more.");

    /// <summary>The budget only warns in a workflow that CI gates.</summary>
    public static readonly DiagnosticDescriptor WarnPolicyGated = Warning("BNX3020", "The budget only warns in a workflow that CI gates",
        "The workflow has gates, so CI runs it, and its budget has 'policy: warn', which stops nothing.");

    /// <summary>A cap is on a model or tag that no node has.</summary>
    public static readonly DiagnosticDescriptor CapOfNothing = Warning("BNX3021", "No node is under this cap",
        "'budget.models' or 'budget.tags' names a model that no node asks, or a tag that no node has.");

    /// <summary>The model does not take what is attached.</summary>
    public static readonly DiagnosticDescriptor AttachmentNotTaken = Objection("BNX3022", "The model does not take what is attached",
        "The node attaches an image or a PDF, and by the price book its model, or a fallback, reads none.");

    /// <summary>This is not sent with a request.</summary>
    public static readonly DiagnosticDescriptor ExtraNotSent = Error("BNX3023", "This is not sent with a request",
        "config.extra holds a member that would change what was counted or paid for, or how the answer travels, or one whose name "
        + "no provider knows.");

    /// <summary>This is no address of an endpoint.</summary>
    public static readonly DiagnosticDescriptor BadEndpoint = Error("BNX3024", "This is no address of an endpoint",
        "api_base is asked over HTTP, so it begins with http:// or https:// and names a host.");

    private static DiagnosticDescriptor[] ModelsKinds() =>
    [
        UnpricedModel, NodeBudgetAboveRun, ForeignCurrency, AboveModelLimit, UnknownModel, RetiredModel, RetiringModel, UnsupportedParameter,
        SchemaNotEnforced, PromptTooLong, MissingCredentials, UnknownTool, ToolFileMissing, ImpossibleAssertion, BudgetBelowMinimum,
        BudgetBelowWorstCase, NodeBudgetsAboveRun, CostMultiplied, NoOutputLimit, WarnPolicyGated, CapOfNothing, AttachmentNotTaken, ExtraNotSent,
        BadEndpoint,
    ];
}
