using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Workflows;

namespace Binex.Testing.Workflows;

/// <summary>
/// Makes workflows for tests as the validator would make them, without text in between:
/// <c>new WorkflowBuilder().Node("a", "llm://gpt-4o", prompt: "Hello").Node("b", dependsOn: ["a"]).Build()</c>.
/// Says no when a text in it cannot be read, so that no test proves something of a workflow it did not mean.
/// </summary>
public sealed class WorkflowBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly List<Variable> _variables = [];
    private readonly List<WorkflowOutput> _outputs = [];
    private WorkflowBudget _budget = new();
    private ConcurrencyLimits _concurrency = new();
    private string _name = "test";

    /// <summary>Names the workflow.</summary>
    public WorkflowBuilder Named(string name)
    {
        _name = name;
        return this;
    }

    /// <summary>Adds a node.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="agent">Its agent.</param>
    /// <param name="dependsOn">Ids of nodes that it needs.</param>
    /// <param name="prompt">Its user message, a template.</param>
    /// <param name="system">Its system message, a template.</param>
    /// <param name="when">Its condition.</param>
    /// <param name="backEdge">The loop it closes; see <see cref="BackTo"/>.</param>
    /// <param name="inputs">Its inputs: a name and a value that JSON can hold, with references in its texts.</param>
    /// <param name="outputs">Names of its outputs; one called <c>output</c> where none is given.</param>
    /// <param name="maxTokens">Its output limit.</param>
    /// <param name="attempts">Its attempts in all; 3 for models and 1 for everything else where none is given, as in a file.</param>
    /// <param name="change">Whatever else there is to say of it.</param>
    public WorkflowBuilder Node(
        string id,
        string agent = "local://noop",
        string[]? dependsOn = null,
        string? prompt = null,
        string? system = null,
        string? when = null,
        BackEdge? backEdge = null,
        (string Name, object? Value)[]? inputs = null,
        string[]? outputs = null,
        int? maxTokens = null,
        int? attempts = null,
        Func<Node, Node>? change = null)
        => Node(NodeOf(id, agent, dependsOn, prompt, system, when, backEdge, inputs, outputs, maxTokens, attempts, change));

    /// <summary>Adds a node that is made elsewhere.</summary>
    public WorkflowBuilder Node(Node node)
    {
        _nodes.Add(node);
        return this;
    }

    /// <summary>Declares a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="default">Its default; null for none.</param>
    /// <param name="change">Whatever else there is to say of it.</param>
    public WorkflowBuilder Var(string name, object? @default = null, Func<Variable, Variable>? change = null)
    {
        var variable = new Variable(name) { Default = @default is null ? null : JsonSerializer.SerializeToElement(@default) };
        _variables.Add(change is null ? variable : change(variable));
        return this;
    }

    /// <summary>Declares what the workflow returns.</summary>
    public WorkflowBuilder Output(string name, string value)
    {
        _outputs.Add(new WorkflowOutput(name, Template(value)!));
        return this;
    }

    /// <summary>Sets the budget, as if it were written.</summary>
    /// <param name="maxCost">The money cap; null for none.</param>
    /// <param name="maxTokens">The token cap; null for none.</param>
    /// <param name="maxCalls">The cap on calls; null for none.</param>
    /// <param name="change">Whatever else there is to say of it.</param>
    public WorkflowBuilder Budget(decimal? maxCost = null, long? maxTokens = null, int? maxCalls = null, Func<WorkflowBudget, WorkflowBudget>? change = null)
    {
        var caps = new BudgetCaps { MaxCost = maxCost is { } usd ? new(usd) : null, MaxTokens = maxTokens, MaxCalls = maxCalls };
        var budget = new WorkflowBudget { Caps = caps, IsWritten = true };
        _budget = change is null ? budget : change(budget);
        return this;
    }

    /// <summary>Limits how many nodes run at once.</summary>
    /// <param name="total">Nodes of every kind; null for no such limit.</param>
    /// <param name="models">Model nodes of providers that are not named.</param>
    /// <param name="providers">Model nodes of a provider.</param>
    public WorkflowBuilder Concurrency(int? total = null, int models = ConcurrencyLimits.DefaultModelNodes, params (string Provider, int Limit)[] providers)
    {
        _concurrency = new ConcurrencyLimits
        {
            Total = total,
            Default = models,
            Providers = providers.ToDictionary(provider => provider.Provider, provider => provider.Limit, StringComparer.OrdinalIgnoreCase),
        };
        return this;
    }

    /// <summary>The workflow.</summary>
    public Workflow Build() => new(_name, [.. _nodes])
    {
        Variables = [.. _variables],
        Outputs = [.. _outputs],
        Budget = _budget,
        Concurrency = _concurrency,
    };

    /// <summary>A node by itself; see the builder's method of its name.</summary>
    public static Node NodeOf(
        string id,
        string agent = "local://noop",
        string[]? dependsOn = null,
        string? prompt = null,
        string? system = null,
        string? when = null,
        BackEdge? backEdge = null,
        (string Name, object? Value)[]? inputs = null,
        string[]? outputs = null,
        int? maxTokens = null,
        int? attempts = null,
        Func<Node, Node>? change = null)
    {
        var uri = AgentUri.Parse(agent) ?? throw new ArgumentException($"'{agent}' is no agent", nameof(agent));
        var node = new Node
        {
            Id = id,
            Agent = uri,
            DependsOn = dependsOn ?? [],
            Prompt = Template(prompt),
            SystemPrompt = Template(system),
            When = when is null ? null : Condition(when),
            BackEdge = backEdge,
            Inputs = [.. (inputs ?? []).Select(input => new NodeInput(input.Name, ValueTemplate.Parse(JsonSerializer.SerializeToElement(input.Value))))],
            Outputs = outputs is null ? [new OutputDeclaration(OutputDeclaration.DefaultName)] : [.. outputs.Select(name => new OutputDeclaration(name))],
            Model = new ModelSettings { MaxTokens = maxTokens },
            Retry = new RetryPolicy { MaxAttempts = attempts ?? (uri.IsModel ? RetryPolicy.DefaultModelAttempts : 1) },
        };
        return change is null ? node : change(node);
    }

    /// <summary>A back edge.</summary>
    /// <param name="target">Id of the node to go back to.</param>
    /// <param name="when">Holds when another iteration is wanted.</param>
    /// <param name="max">Executions of the node in all.</param>
    /// <param name="accept">Whether the last result is accepted at the limit.</param>
    public static BackEdge BackTo(string target, string when = "true", int max = 5, bool accept = false) => new(target, Condition(when), max, accept);

    private static TextTemplate? Template(string? text)
    {
        var template = text is null ? null : TextTemplate.Parse(text);
        return template is { Errors: [var error, ..] } ? throw new ArgumentException($"{text}: {error.Message}", nameof(text)) : template;
    }

    private static Expression Condition(string text)
    {
        var condition = Expression.Parse(text);
        return condition.Errors is [var error, ..] ? throw new ArgumentException($"{text}: {error.Message}", nameof(text)) : condition;
    }
}
