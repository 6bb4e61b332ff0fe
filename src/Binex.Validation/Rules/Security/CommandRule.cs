using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Security;

/// <summary>No untrusted text becomes part of a command line, and no model writes what a shell runs.</summary>
internal sealed class CommandRule : IRule
{
    private const string Exec = "exec://";
    private const string ShellTool = "builtin://shell_command";

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var untrusted = new Untrusted(draft);
        foreach (var node in draft.Nodes)
        {
            if (node.Map.Text("agent") is { } agent && agent.Value.StartsWith(Exec, StringComparison.Ordinal))
            {
                CheckReferences(agent, untrusted, findings);
            }

            foreach (var tool in (node.Map?["tools"] as SequenceNode)?.Items ?? [])
            {
                CheckTool(tool, untrusted, findings);
            }
        }
    }

    private static void CheckTool(DocumentNode tool, Untrusted untrusted, FindingList findings)
    {
        var written = tool as ScalarNode ?? (tool as MappingNode).Text("exec");
        if (written is not { IsText: true })
        {
            return;
        }

        if (written.Value == ShellTool)
        {
            ReportShell(written.Location, "a shell", findings);
        }
        else if (tool is MappingNode || written.Value.StartsWith(Exec, StringComparison.Ordinal))
        {
            CheckReferences(written, untrusted, findings);
            var command = AgentUri.Parse(written.Value) is { Scheme: "exec" } uri ? uri.Target : written.Value;
            if (Shells.In(command) is { } shell)
            {
                ReportShell(written.Location, $"'{shell}'", findings);
            }
        }
    }

    private static void CheckReferences(ScalarNode command, Untrusted untrusted, FindingList findings)
    {
        if (!command.Value.Contains("${", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var reference in TextTemplate.Parse(command.Value).References)
        {
            if (untrusted.OriginOf(reference) is { } origin)
            {
                findings.Add(
                    DiagnosticCatalog.UntrustedCommand,
                    command.LocationOf(reference.Offset, reference.Length),
                    $"{origin} becomes part of a command line, where it can add arguments and commands",
                    "give it as an input; the program reads its inputs from stdin");
            }
        }
    }

    private static void ReportShell(SourceLocation place, string shell, FindingList findings) => findings.Add(
        DiagnosticCatalog.UntrustedCommand,
        place,
        $"the model writes what {shell} runs, and whoever writes to the model can make it write anything",
        "give it a tool that does the one thing it needs, or put human://approve before what it does");
}
