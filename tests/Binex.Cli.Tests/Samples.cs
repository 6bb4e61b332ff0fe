namespace Binex.Cli.Tests;

/// <summary>Workflows for tests.</summary>
internal static class Samples
{
    /// <summary>Completes without a model.</summary>
    public const string Ok = """
        name: ok
        nodes:
          greet: { agent: local://template, inputs: { template: hello } }
        """;

    /// <summary>Fails twice, and completes when it is run the third time.</summary>
    public const string FailsTwice = """
        name: fails-twice
        nodes:
          first: { agent: local://noop }
          flaky: { agent: local://fail, depends_on: [first], inputs: { message: the warehouse is closed } }
        """;

    /// <summary>Calls a model.</summary>
    public const string Model = """
        name: model
        nodes:
          ask: { agent: llm://gpt-4o-mini, prompt: Say something. }
        """;

    /// <summary>Calls a model for less than a budget of a hundredth of a cent would pay.</summary>
    public const string OverBudget = """
        name: over-budget
        budget: 0.000001
        nodes:
          first: { agent: local://template, inputs: { template: kept } }
          ask: { agent: llm://gpt-4o-mini, depends_on: [first], prompt: Say something. }
        """;

    /// <summary>A node that ends at once, then one that takes a minute.</summary>
    public const string Slow = """
        name: slow
        nodes:
          first: { agent: local://template, inputs: { template: kept } }
          nap: { agent: local://sleep, depends_on: [first], inputs: { ms: 60000 } }
        """;

    /// <summary>What this version cannot do yet.</summary>
    public const string Unsupported = """
        name: unsupported
        nodes:
          call: { agent: exec://date }
        """;

    /// <summary>Not valid.</summary>
    public const string Invalid = """
        name: invalid
        nodes:
          a: { agent: local://noop, depends_on: [b] }
        """;

    /// <summary>People in it.</summary>
    public const string Humans = """
        name: humans
        nodes:
          topic: { agent: human://input, inputs: { prompt: What about? } }
          gate: { agent: human://approve, inputs: { text: "${topic.output}" } }
          end: { agent: local://template, inputs: { template: "${gate.output} ${topic.output}" } }
        """;
}
