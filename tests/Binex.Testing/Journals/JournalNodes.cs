using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Core.Workflows;

namespace Binex.Testing.Journals;

/// <summary>Short ways to write nodes of workflows whose journals are built.</summary>
public static class JournalNodes
{
    public static Node Llm(string id, string model, params string[] dependsOn) => new()
    {
        Id = id,
        Agent = new AgentUri("llm", model),
        DependsOn = dependsOn,
        Retry = new RetryPolicy { MaxAttempts = RetryPolicy.DefaultModelAttempts },
    };

    public static Node Local(string id, string agent, params string[] dependsOn) => new()
    {
        Id = id,
        Agent = new AgentUri("local", agent),
        DependsOn = dependsOn,
    };

    public static Node At(this Node node, int line) =>
        node with { Location = new SourceLocation("workflow.yaml", new TextRange(new TextPosition(line, 3), new TextPosition(line, 3 + node.Id.Length))) };

    public static Node When(this Node node, string condition) => node with { When = Expression.Parse(condition) };

    public static Node BackTo(this Node node, string target, string when, int maxIterations = 5) =>
        node with { BackEdge = new BackEdge(target, Expression.Parse(when), maxIterations, AcceptAtLimit: false) };
}
