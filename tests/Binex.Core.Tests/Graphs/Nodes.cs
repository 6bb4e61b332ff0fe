using Binex.Core.Expressions;
using Binex.Core.Workflows;

namespace Binex.Core.Tests.Graphs;

/// <summary>Makes nodes of which only the place in the graph matters.</summary>
internal static class Nodes
{
    private static readonly Expression Always = Expression.Parse("true");

    /// <summary>A node.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="needs">What it depends on by <c>depends_on</c>.</param>
    /// <param name="reads">What it refers to in its prompt.</param>
    /// <param name="back">The target of its back edge.</param>
    public static Node Of(string id, string[]? needs = null, string[]? reads = null, string? back = null) => new()
    {
        Id = id,
        Agent = new AgentUri("local", "noop"),
        DependsOn = needs ?? [],
        Prompt = TextTemplate.Parse(string.Join(' ', (reads ?? []).Select(read => $"${{{read}.output}}"))),
        BackEdge = back is null ? null : new BackEdge(back, Always, 5, AcceptAtLimit: false),
    };
}
