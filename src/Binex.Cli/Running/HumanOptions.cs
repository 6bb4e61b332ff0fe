using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Cli.Running;

/// <summary>Holds <c>--answer</c>, <c>--approve</c> and <c>--reject</c> against the workflow: an answer that nobody asks for is a mistake.</summary>
internal static class HumanOptions
{
    /// <summary>The first option that names no node that asks a person; null when there is none.</summary>
    public static CliProblem? FindProblem(Workflow workflow, RunOptions options)
    {
        var asking = workflow.Nodes.Where(node => node.Agent is { Scheme: "human", Target: not "output" }).ToList();
        return Find("--answer", options.Answers.Keys, asking)
            ?? Find("--approve", options.Approved, asking.Where(node => node.Agent.Target != "input"))
            ?? Find("--reject", options.Rejected, asking.Where(node => node.Agent.Target != "input"));
    }

    private static CliProblem? Find(string option, IEnumerable<string> names, IEnumerable<Node> nodes)
    {
        var known = nodes.Select(node => node.Id).ToList();
        var unknown = names.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is null)
        {
            return null;
        }

        var agents = option == "--answer" ? "human://input or human://approve" : "human://approve";
        return new CliProblem(
            ExitCodes.NothingRun,
            $"{option} names '{unknown}', which is no {agents} node of this workflow",
            Spelling.Hint(unknown, known) ?? (known.Count > 0 ? $"there is: {string.Join(", ", known)}" : "the workflow has none"));
    }
}
