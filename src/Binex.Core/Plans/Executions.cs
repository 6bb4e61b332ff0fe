using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>How often nodes run at most.</summary>
public static class Executions
{
    /// <summary>
    /// The most executions of each node, by its index: one, and one more for each time that a loop it is in can be taken. A loop is
    /// taken at most <c>max_iterations - 1</c> times in a whole run, because the executions of the node that closes it are counted
    /// through, whatever other loop brought them about. So loops inside loops add up; they do not multiply.
    /// </summary>
    /// <param name="workflow">The workflow.</param>
    public static IReadOnlyList<long> AtMost(Workflow workflow) => [.. Of(workflow).Select(node => node.Total)];

    /// <summary>The same, with those apart to which a loop comes back.</summary>
    internal static NodeExecutions[] Of(Workflow workflow)
    {
        var executions = new NodeExecutions[workflow.Nodes.Count];
        Array.Fill(executions, new NodeExecutions(1, 0));
        foreach (var loop in workflow.Graph.Loops.Values)
        {
            var taken = Math.Max(0, workflow.Nodes[loop.Source].BackEdge!.MaxIterations - 1);
            foreach (var member in loop.Members)
            {
                executions[member] = executions[member] with { Total = executions[member].Total + taken };
            }

            executions[loop.Target] = executions[loop.Target] with { SentBack = executions[loop.Target].SentBack + taken };
        }

        return executions;
    }
}
