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

    /// <summary>A dependency says what a reference says.</summary>
    public static readonly DiagnosticDescriptor RedundantDependency = Information("BNX2027", "A dependency says what a reference says",
        "The node refers to an output of the node that it names in depends_on, and a reference makes it wait already.");

    /// <summary>A node can never run.</summary>
    public static readonly DiagnosticDescriptor NeverRuns = Warning("BNX2028", "A node can never run",
        "The condition of the node cannot hold, or it needs the output of a node that never runs, or the node is skipped with "
        + "nodes that never run.");

    /// <summary>A condition always holds.</summary>
    public static readonly DiagnosticDescriptor AlwaysRuns = Warning("BNX2029", "A condition always holds",
        "The condition of when comes out as true whatever the values are.");

    /// <summary>Nothing reads an output.</summary>
    public static readonly DiagnosticDescriptor UnusedOutput = Information("BNX2030", "Nothing reads an output",
        "The node declares several outputs, and this one is read by no reference, by no node that takes all that comes in, and "
        + "not by the outputs of the workflow.");

    /// <summary>Nothing uses what a node gives.</summary>
    public static readonly DiagnosticDescriptor UnusedNode = Warning("BNX2031", "Nothing uses what a node gives",
        "No node reads any output of the node, and the outputs of the workflow do not name it. Nodes that may be there for what "
        + "they do are not reported.");

    /// <summary>Two conditions exclude each other.</summary>
    public static readonly DiagnosticDescriptor ExclusiveBranches = Warning("BNX2032", "Two conditions exclude each other",
        "A node reads an output of another one, and the conditions of the two never hold in the same run.");

    /// <summary>A back edge is never taken.</summary>
    public static readonly DiagnosticDescriptor BackEdgeNeverTaken = Warning("BNX2033", "A back edge is never taken",
        "The condition of back_edge cannot hold, or max_iterations leaves no second execution.");

    /// <summary>A loop ends only by failing.</summary>
    public static readonly DiagnosticDescriptor BackEdgeNeverEnds = Warning("BNX2034", "A loop ends only by failing",
        "The condition of back_edge always holds, so that the node goes back until max_iterations is reached, and fails there.");

    /// <summary>The output of a skipped node is read.</summary>
    public static readonly DiagnosticDescriptor SkippedWithoutDefault = Information("BNX2035", "The output of a skipped node is read",
        "A node reads an output of a node that may be skipped, gives no default for it, and runs all the same. A skipped node's "
        + "outputs are null, which is an empty text in a prompt.");

    /// <summary>A node stands alone.</summary>
    public static readonly DiagnosticDescriptor IsolatedNode = Information("BNX2036", "A node stands alone",
        "The nodes of the workflow are connected, but this one needs no other, none needs it, and the outputs of the workflow "
        + "do not name it.");

    /// <summary>A value is compared with another type.</summary>
    public static readonly DiagnosticDescriptor TypeMismatch = Warning("BNX2037", "A value is compared with another type",
        "A condition compares a variable, or an output with an output_schema, with a value of a type that it never has; or the "
        + "default in a reference is not of the variable's type.");

    /// <summary>A value never occurs.</summary>
    public static readonly DiagnosticDescriptor ImpossibleValue = Warning("BNX2038", "A value never occurs",
        "A condition asks for a value that is none of those there can be: those of the variable's or the output schema's enum, "
        + "the decisions of an approval, or the statuses that a node can have by then.");

    /// <summary>A variable is not used.</summary>
    public static readonly DiagnosticDescriptor UnusedVariable = Warning("BNX2039", "A variable is not used",
        "vars declares a variable that no reference names.");

    /// <summary>A variable has no value of its own.</summary>
    public static readonly DiagnosticDescriptor VariableWithoutValue = Information("BNX2040", "A variable has no value of its own",
        "The variable has no default and is not marked as required, and a reference without a default names it. A run that does "
        + "not give it a value is refused.");

    /// <summary>A reference has no value in the first iteration.</summary>
    public static readonly DiagnosticDescriptor EmptyInFirstIteration = Information("BNX2041", "A reference has no value in the first iteration",
        "A node of a loop reads the loop's last node, which has not run yet in the first iteration, and gives no default.");

    /// <summary>A local agent lacks an input that it needs.</summary>
    public static readonly DiagnosticDescriptor MissingLocalInput = Objection("BNX2051", "A local agent lacks an input that it needs",
        "local://template needs the input template, local://select the input value, and local://sleep the input ms, a number of milliseconds.");

    private static DiagnosticDescriptor[] GraphsKinds() =>
    [
        UnknownDependency, DependencyCycle, UnknownNode, UndeclaredOutput, TemplateSyntax, ConditionSyntax, UndeclaredVariable,
        OutOfScope, UnknownProperty, UnknownBackEdgeTarget, BackEdgeNotUpstream, SelfDependency, DuplicateDependency, IdClash,
        ReservedId, BadId, NodeWithoutAgent, UnknownScheme, BadAgentUri, UnknownLocalAgent, DuplicateOutput, IdDiffers, ImpossiblePath,
        BackEdgeScope, ConstantOutput, NoOutputs, RedundantDependency, NeverRuns, AlwaysRuns, UnusedOutput, UnusedNode, ExclusiveBranches,
        BackEdgeNeverTaken, BackEdgeNeverEnds, SkippedWithoutDefault, IsolatedNode, TypeMismatch, ImpossibleValue, UnusedVariable,
        VariableWithoutValue, EmptyInFirstIteration, MissingLocalInput,
    ];
}
