namespace Binex.Core.Diagnostics;

/// <summary>All kinds of findings, each with its code. Codes are never renumbered and never given to another kind.</summary>
public static class DiagnosticCatalog
{
    /// <summary>The file cannot be read.</summary>
    public static readonly DiagnosticDescriptor FileUnreadable = Error("BNX1001", "The file cannot be read",
        "The path names no file, a folder, or a file that the system does not let be read.");

    /// <summary>The file is too large.</summary>
    public static readonly DiagnosticDescriptor FileTooLarge = Error("BNX1002", "The file is too large",
        "A workflow file has at most 5 MB. Larger files are refused before they are read.");

    /// <summary>The file is not text in UTF-8.</summary>
    public static readonly DiagnosticDescriptor NotText = Error("BNX1003", "The file is not text in UTF-8",
        "The file holds zero bytes, bytes that are not UTF-8, a UTF-16 byte order mark, or an escape that makes half of a "
        + "character.");

    /// <summary>The file is empty.</summary>
    public static readonly DiagnosticDescriptor EmptyDocument = Error("BNX1004", "The file is empty",
        "The file has nothing in it but blanks and comments.");

    /// <summary>The text is not YAML.</summary>
    public static readonly DiagnosticDescriptor YamlSyntax = Error("BNX1005", "The text is not YAML",
        "The YAML reader cannot go on from this place. The usual causes are tabs, an indentation that fits nothing above, a quote "
        + "or bracket that is not closed, and a value with ': ' in it that is not in quotes.");

    /// <summary>The text is not JSON.</summary>
    public static readonly DiagnosticDescriptor JsonSyntax = Error("BNX1006", "The text is not JSON",
        "A file that ends in .json is read as strict JSON, without comments, trailing commas or single quotes.");

    /// <summary>A key is written twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = Error("BNX1007", "A key is written twice",
        "A map has the same key twice. The finding names both places.");

    /// <summary>The file holds several documents.</summary>
    public static readonly DiagnosticDescriptor SeveralDocuments = Error("BNX1008", "The file holds several documents",
        "A second YAML document begins at '---' or after '...'. A file holds one workflow.");

    /// <summary>The document is not a map.</summary>
    public static readonly DiagnosticDescriptor RootNotMap = Error("BNX1009", "The document is not a map",
        "A workflow is a map of keys such as name and nodes, but the document is a list or a single value.");

    /// <summary>The document is nested too deep.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error("BNX1010", "The document is nested too deep",
        "Maps and lists are nested deeper than 100 levels.");

    /// <summary>The aliases expand too far.</summary>
    public static readonly DiagnosticDescriptor TooMuchExpansion = Error("BNX1011", "The aliases expand too far",
        "All aliases of the document together stand for more than two million values and characters.");

    /// <summary>An alias has nothing to stand for.</summary>
    public static readonly DiagnosticDescriptor BadAlias = Error("BNX1012", "An alias has nothing to stand for",
        "No anchor of this name comes before the alias, or the alias stands inside its own anchor.");

    /// <summary>A merge key has no map.</summary>
    public static readonly DiagnosticDescriptor BadMergeKey = Error("BNX1013", "A merge key has no map",
        "The key '<<' takes a map, or a list of maps, whose entries it adds.");

    /// <summary>A tag is not known or does not fit.</summary>
    public static readonly DiagnosticDescriptor BadTag = Error("BNX1014", "A tag is not known or does not fit",
        "A workflow knows the tags !!str, !!int, !!float, !!bool, !!null, !!map and !!seq, and the value must fit its tag.");

    /// <summary>A key is not a text.</summary>
    public static readonly DiagnosticDescriptor BadKey = Error("BNX1015", "A key is not a text",
        "A key is a list, a map or empty.");

    /// <summary>A number is not finite.</summary>
    public static readonly DiagnosticDescriptor NotFinite = Error("BNX1016", "A number is not finite",
        ".inf and .nan are numbers in YAML, but not in JSON, and mean nothing in a workflow.");

    /// <summary>The file has an unknown suffix.</summary>
    public static readonly DiagnosticDescriptor UnknownSuffix = Error("BNX1017", "The file has an unknown suffix",
        "A workflow file ends in .yaml, .yml or .json.");

    /// <summary>There is no such key.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = Error("BNX1101", "There is no such key",
        "The map has a key that the format does not know here. Names close to it are suggested. Keys that begin with 'x-' are free "
        + "at the root and in nodes.");

    /// <summary>A value has the wrong type.</summary>
    public static readonly DiagnosticDescriptor WrongType = Error("BNX1102", "A value has the wrong type",
        "The key takes another type of value, for example a number where a text is written, or a text where a list belongs.");

    /// <summary>A key is missing.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error("BNX1103", "A key is missing",
        "The map lacks a key that it must have.");

    /// <summary>The value is none of those allowed.</summary>
    public static readonly DiagnosticDescriptor ValueNotAllowed = Error("BNX1104", "The value is none of those allowed",
        "The key takes one of a few values, and this is none of them. Values close to it are suggested.");

    /// <summary>A value is out of range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error("BNX1105", "A value is out of range",
        "A number is too small or too large, a text too short, or a list or map too small.");

    /// <summary>The document breaks the schema.</summary>
    public static readonly DiagnosticDescriptor SchemaViolation = Error("BNX1106", "The document breaks the schema",
        "The value is not what schemas/v1/workflow.schema.json asks for, in a way that has no code of its own.");

    /// <summary>A duration cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadDuration = Error("BNX1107", "A duration cannot be read",
        "A duration is a number with the unit ms, s, m or h, such as 30s or 1.5m, or a plain number of milliseconds; and it is at "
        + "most 24 days.");

    /// <summary>The version of the format is not supported.</summary>
    public static readonly DiagnosticDescriptor UnsupportedVersion = Error("BNX1108", "The version of the format is not supported",
        "The document says that it is written for a version of the format that this Binex does not know.");

    /// <summary>No attempt is left.</summary>
    public static readonly DiagnosticDescriptor OddAttempts = Warning("BNX1109", "No attempt is left",
        "max_retries is the number of attempts in all, as in Python Binex, and it is less than 1. It counts as 1.");

    /// <summary>A key has no effect.</summary>
    public static readonly DiagnosticDescriptor KeyWithoutEffect = Warning("BNX1110", "A key has no effect",
        "Two keys of one map say the same thing; one of them is not looked at.");

    /// <summary>A variable does not agree with itself.</summary>
    public static readonly DiagnosticDescriptor BadVariable = Error("BNX1111", "A variable does not agree with itself",
        "The default is not of the variable's type or not among the values of its enum, or a value of the enum is not of its type.");

    /// <summary>A setting is not known.</summary>
    public static readonly DiagnosticDescriptor UnknownSetting = Warning("BNX1112", "A setting is not known",
        "config has a key that llm:// agents do not look at.");

    /// <summary>A file that the workflow names cannot be read.</summary>
    public static readonly DiagnosticDescriptor NamedFileUnreadable = Error("BNX1201", "A file that the workflow names cannot be read",
        "The file after file:// is missing, is a folder, is larger than 5 MB or is no UTF-8 text.");

    /// <summary>A file is outside the workflow's folder.</summary>
    public static readonly DiagnosticDescriptor NamedFileOutside = Error("BNX1202", "A file is outside the workflow's folder",
        "The path after file:// leads out of the workflow's folder, by '..', as an absolute path or through a symbolic link.");

    /// <summary>An output schema is not a JSON Schema.</summary>
    public static readonly DiagnosticDescriptor BadOutputSchema = Error("BNX1203", "An output schema is not a JSON Schema",
        "output_schema is no valid JSON Schema (draft 2020-12 or draft-07), or the file that holds it cannot be parsed.");

    /// <summary>There is no such node to depend on.</summary>
    public static readonly DiagnosticDescriptor UnknownDependency = Error("BNX2001", "There is no such node to depend on",
        "An id in depends_on, or in contains of a loop, is not the id of a node.");

    /// <summary>Nodes wait for each other.</summary>
    public static readonly DiagnosticDescriptor DependencyCycle = Error("BNX2002", "Nodes wait for each other",
        "Nodes depend on each other in a circle, by depends_on or by references. The finding shows the shortest circle.");

    /// <summary>A reference names no node.</summary>
    public static readonly DiagnosticDescriptor UnknownNode = Error("BNX2003", "A reference names no node",
        "The first name of a reference is neither the id of a node nor one of user, env, run, budget, item, index and iteration.");

    /// <summary>A node has no such output.</summary>
    public static readonly DiagnosticDescriptor UndeclaredOutput = Error("BNX2004", "A node has no such output",
        "A reference names an output that the node does not declare in outputs. A node that declares none has one, named output.");

    /// <summary>A reference cannot be read.</summary>
    public static readonly DiagnosticDescriptor TemplateSyntax = Error("BNX2005", "A reference cannot be read",
        "A text has a '${' that does not begin a reference: it is not closed, or what is inside is not name.name.");

    /// <summary>A condition cannot be read.</summary>
    public static readonly DiagnosticDescriptor ConditionSyntax = Error("BNX2006", "A condition cannot be read",
        "The text of when, exit or back_edge.when is not a condition.");

    /// <summary>A variable is not declared.</summary>
    public static readonly DiagnosticDescriptor UndeclaredVariable = Warning("BNX2007", "A variable is not declared",
        "A reference to ${user.name} names a variable that vars does not declare.");

    /// <summary>A reference has no value here.</summary>
    public static readonly DiagnosticDescriptor OutOfScope = Error("BNX2008", "A reference has no value here",
        "${item} and ${index} have values only inside a node with foreach; node outputs have none in the settings of the whole "
        + "workflow.");

    /// <summary>The run has no such property.</summary>
    public static readonly DiagnosticDescriptor UnknownProperty = Error("BNX2009", "The run has no such property",
        "The run has the properties id, name and spent; the budget has remaining.");

    /// <summary>A back edge goes to no node.</summary>
    public static readonly DiagnosticDescriptor UnknownBackEdgeTarget = Error("BNX2010", "A back edge goes to no node",
        "The target of back_edge is not the id of a node.");

    /// <summary>A back edge does not go back.</summary>
    public static readonly DiagnosticDescriptor BackEdgeNotUpstream = Error("BNX2011", "A back edge does not go back",
        "The target of back_edge is neither the node itself nor one that it depends on, directly or through others.");

    /// <summary>A node waits for itself.</summary>
    public static readonly DiagnosticDescriptor SelfDependency = Error("BNX2012", "A node waits for itself",
        "A node names itself in depends_on, or refers to its own output outside of a loop.");

    /// <summary>A dependency is written twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateDependency = Warning("BNX2013", "A dependency is written twice",
        "The same id stands in depends_on twice.");

    /// <summary>Two ids differ only in case.</summary>
    public static readonly DiagnosticDescriptor IdClash = Error("BNX2014", "Two ids differ only in case",
        "Ids are compared without case, so these two are the same.");

    /// <summary>The id is a reserved word.</summary>
    public static readonly DiagnosticDescriptor ReservedId = Error("BNX2015", "The id is a reserved word",
        "user, env, run, budget, item, index and iteration begin references of their own.");

    /// <summary>The id has characters that are not allowed.</summary>
    public static readonly DiagnosticDescriptor BadId = Error("BNX2016", "The id has characters that are not allowed",
        "An id is made of letters, digits, '_' and '-', and has at most 100 characters.");

    /// <summary>A node has no agent.</summary>
    public static readonly DiagnosticDescriptor NodeWithoutAgent = Error("BNX2017", "A node has no agent",
        "A node needs an agent, unless it is a pattern or a loop.");

    /// <summary>There is no such kind of agent.</summary>
    public static readonly DiagnosticDescriptor UnknownScheme = Error("BNX2018", "There is no such kind of agent",
        "The part of agent before :// is not known.");

    /// <summary>The agent is not complete.</summary>
    public static readonly DiagnosticDescriptor BadAgentUri = Error("BNX2019", "The agent is not complete",
        "An agent is written scheme://target, and most schemes need a target. llm:// takes its model from defaults.model where none "
        + "is written.");

    /// <summary>There is no such local agent.</summary>
    public static readonly DiagnosticDescriptor UnknownLocalAgent = Warning("BNX2020", "There is no such local agent",
        "local:// knows echo, template, json, merge, select, sleep, fail and noop. Any other name behaves as echo, as in Python "
        + "Binex.");

    /// <summary>An output is declared twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateOutput = Error("BNX2021", "An output is declared twice",
        "The same name stands in outputs twice.");

    /// <summary>The id differs from the key.</summary>
    public static readonly DiagnosticDescriptor IdDiffers = Warning("BNX2022", "The id differs from the key",
        "The key of a node is its id. The id written in the node is another one and has no effect.");

    /// <summary>The output cannot have this member.</summary>
    public static readonly DiagnosticDescriptor ImpossiblePath = Error("BNX2023", "The output cannot have this member",
        "The path of a reference leads where the output_schema of the node allows nothing.");

    /// <summary>A back edge looks at a node that has not run.</summary>
    public static readonly DiagnosticDescriptor BackEdgeScope = Error("BNX2024", "A back edge looks at a node that has not run",
        "The condition of back_edge refers to a node that is neither this one nor upstream of it.");

    /// <summary>An output of the workflow refers to nothing.</summary>
    public static readonly DiagnosticDescriptor ConstantOutput = Warning("BNX2025", "An output of the workflow refers to nothing",
        "A value in the outputs of the workflow has no reference in it, so it is the same in every run.");

    /// <summary>A node declares no outputs.</summary>
    public static readonly DiagnosticDescriptor NoOutputs = Warning("BNX2026", "A node declares no outputs",
        "outputs is empty. The node has the one output named output, as if the key were left out.");

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

    /// <summary>This version cannot run this.</summary>
    public static readonly DiagnosticDescriptor NotSupportedYet = Warning("BNX5001", "This version cannot run this",
        "The document uses a part of the format that this version reads and checks, but cannot run yet. 'run' refuses the workflow; "
        + "'validate' goes on.");

    /// <summary>A mistake in Binex itself.</summary>
    public static readonly DiagnosticDescriptor InternalError = Error("BNX9001", "A mistake in Binex itself",
        "Something happened that must not happen, whatever the workflow says.");

    /// <summary>All kinds, by rising code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        FileUnreadable, FileTooLarge, NotText, EmptyDocument, YamlSyntax, JsonSyntax, DuplicateKey, SeveralDocuments, RootNotMap,
        TooDeep, TooMuchExpansion, BadAlias, BadMergeKey, BadTag, BadKey, NotFinite, UnknownSuffix, UnknownKey, WrongType, MissingKey,
        ValueNotAllowed, OutOfRange, SchemaViolation, BadDuration, UnsupportedVersion, OddAttempts, KeyWithoutEffect, BadVariable,
        UnknownSetting, NamedFileUnreadable, NamedFileOutside, BadOutputSchema, UnknownDependency, DependencyCycle, UnknownNode,
        UndeclaredOutput, TemplateSyntax, ConditionSyntax, UndeclaredVariable, OutOfScope, UnknownProperty, UnknownBackEdgeTarget,
        BackEdgeNotUpstream, SelfDependency, DuplicateDependency, IdClash, ReservedId, BadId, NodeWithoutAgent, UnknownScheme,
        BadAgentUri, UnknownLocalAgent, DuplicateOutput, IdDiffers, ImpossiblePath, BackEdgeScope, ConstantOutput, NoOutputs,
        UnpricedModel, NodeBudgetAboveRun, ForeignCurrency, AboveModelLimit, NotSupportedYet, InternalError,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode =
        All.ToDictionary(kind => kind.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind with a code, or null.</summary>
    /// <param name="code">The code, in any case, such as <c>BNX1003</c>.</param>
    public static DiagnosticDescriptor? Find(string code) => ByCode.GetValueOrDefault(code);

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);

    private static DiagnosticDescriptor Warning(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Warning, title, explanation);
}
