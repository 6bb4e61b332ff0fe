namespace Binex.Validation.Rules;

/// <summary>The kinds of agents that are built in, and those that Python Binex has by itself.</summary>
internal static class AgentSchemes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "llm", "local", "human", "exec", "dotnet", "python", "a2a", "a2a+http", "workflow", "http", "https", "langchain", "crewai", "autogen",
    ];

    /// <summary>What <c>local://</c> knows.</summary>
    public static IReadOnlyList<string> LocalAgents { get; } = ["echo", "template", "json", "merge", "select", "sleep", "fail", "noop"];
}
