using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Engine.Loop;
using Binex.Reports;
using Binex.Reports.Diagnostics;

namespace Binex.Cli.Output;

/// <summary>Says how a run ended: the answer of <c>run</c> and <c>resume</c>.</summary>
internal sealed class RunSummaryView(CliContext context, Printer printer)
{
    public void Print(RunReport report, RunResult result, int exitCode, IReadOnlyList<string> reportFiles)
    {
        if (printer.Format == OutputFormat.MsBuild)
        {
            context.Console.Out.Write(MsBuildLines.Render(report));
            return;
        }

        if (!printer.IsJson)
        {
            context.Console.Out.Write(TextReport.Render(report, context.OutColumns, [.. reportFiles.Select(file => Path.GetRelativePath(context.WorkingFolder, file))]));
            return;
        }

        printer.PrintJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 1);
            writer.WriteString("runId", report.Run.Id);
            writer.WriteString("workflow", report.Run.Workflow);
            writer.WriteString("status", StatusText.Of(report.Run.Status));
            writer.WriteNumber("exitCode", exitCode);
            writer.WriteBoolean("simulated", report.Run.Simulated);
            writer.WriteNumber("durationMs", report.Run.DurationMs);
            writer.WriteString("cost", report.Totals.Cost.ToExactString());
            if (report.Run.Cassette is { } cassette)
            {
                writer.WriteString("cassette", cassette);
                writer.WriteString("liveCost", report.Totals.SavedCost.ToExactString());
            }

            writer.WriteNumber("calls", report.Totals.Calls);
            writer.WriteStartObject("outputs");
            foreach (var output in result.Outputs)
            {
                writer.WritePropertyName(output.Name);
                output.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("problems");
            foreach (var node in report.Nodes.Where(node => node.Status is NodeStatus.Failed or NodeStatus.Refused or NodeStatus.Blocked or NodeStatus.Cancelled))
            {
                writer.WriteStartObject();
                writer.WriteString("node", node.Id);
                writer.WriteString("status", StatusText.Of(node.Status));
                writer.WriteString("reason", node.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("reports");
            foreach (var file in reportFiles)
            {
                writer.WriteStringValue(file);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
