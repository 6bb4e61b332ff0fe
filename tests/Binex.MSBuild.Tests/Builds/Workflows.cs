namespace Binex.MSBuild.Tests.Builds;

/// <summary>Workflows that tests build with.</summary>
internal static class Workflows
{
    /// <summary>One model call, whose prompt is in <c>prompts/draft.md</c>.</summary>
    public const string WithPromptFile = """
        name: flow
        vars: { topic: bees }
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: file://prompts/draft.md }
        """;

    /// <summary>An error at 3:29.</summary>
    public const string Wrong = """
        name: wrong
        nodes:
          a: { agent: local://echo, promt: x }
        """;

    /// <summary>A warning at 4:45.</summary>
    public const string Doubtful = """
        name: doubtful
        nodes:
          a: { agent: local://echo }
          b: { agent: local://echo, depends_on: [a, a] }
        """;

    /// <summary>The prompt.</summary>
    public const string Prompt = "Write a page on ${user.topic}.\n";
}
