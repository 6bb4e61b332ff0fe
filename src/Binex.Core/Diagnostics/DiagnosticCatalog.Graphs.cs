namespace Binex.Core.Diagnostics;

/// <content>Findings about the graph and its references.</content>
public static partial class DiagnosticCatalog
{
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

    /// <summary>A local agent lacks an input that it needs.</summary>
    public static readonly DiagnosticDescriptor MissingLocalInput = Objection("BNX2051", "A local agent lacks an input that it needs",
        "local://template needs the input template, local://select the input value, and local://sleep the input ms, a number of milliseconds.");

    private static DiagnosticDescriptor[] GraphsKinds() =>
    [
        UnknownDependency, DependencyCycle, UnknownNode, UndeclaredOutput, TemplateSyntax, ConditionSyntax, UndeclaredVariable,
        OutOfScope, UnknownProperty, UnknownBackEdgeTarget, BackEdgeNotUpstream, SelfDependency, DuplicateDependency, IdClash,
        ReservedId, BadId, NodeWithoutAgent, UnknownScheme, BadAgentUri, UnknownLocalAgent, DuplicateOutput, IdDiffers, ImpossiblePath,
        BackEdgeScope, ConstantOutput, NoOutputs, MissingLocalInput,
    ];
}
