using Binex.Cli.Running;
using Binex.Core.Plans;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Cli.Output;

/// <summary>Says what a run would do.</summary>
internal sealed class DryRunView(CliContext context, Printer printer)
{
    /// <summary>Prints the nodes in the order in which they could run, and what the run can cost; returns the exit code.</summary>
    public int Print(Workflow workflow, RunModels models)
    {
        var plan = PlanBuilder.Build(workflow, models.Prices, models.BoundsFor(workflow), new Dictionary<string, System.Text.Json.JsonElement>());
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteString("workflow", workflow.Name);
                writer.WriteString("maxCost", plan.Bounds.Max?.ToExactString());
                writer.WriteString("budget", workflow.Budget.Caps.MaxCost?.ToExactString());
                writer.WriteStartArray("nodes");
                foreach (var node in workflow.Nodes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", node.Id);
                    writer.WriteString("agent", node.Agent.ToString());
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Success;
        }

        var rows = workflow.Nodes.Select((node, index) => new[]
        {
            node.Id,
            node.Agent.ToString(),
            string.Join(", ", workflow.Graph.Edges.Predecessors(index).ToArray().Select(dependency => workflow.Nodes[dependency].Id)),
        });
        context.Console.Out.Write(TextTable.Of(["node", "agent", "needs"], rows));
        context.Console.Out.WriteLine($"\nworst case {plan.Bounds.Max?.ToString() ?? "unbounded"}, budget {workflow.Budget.Caps.MaxCost?.ToString() ?? "none"}; nothing was run");
        if (models.AgeOfPrices(workflow) is { } notice)
        {
            context.Console.Error.WriteLine($"note: {notice}");
        }

        return ExitCodes.Success;
    }
}
