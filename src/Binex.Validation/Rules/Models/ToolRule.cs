using Binex.Core.Diagnostics;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Files;

namespace Binex.Validation.Rules.Models;

/// <summary>Tools, and the programs and workflows behind agents, are there.</summary>
/// <param name="files">The files beside the workflow.</param>
internal sealed class ToolRule(IWorkflowFiles files) : IRule
{
    private readonly Dictionary<string, bool> _isMissing = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Map.Text("agent") is { } written && node.Node.Agent.Scheme is "exec" or "workflow")
            {
                CheckFile(written, node.Node.Agent, findings);
            }

            foreach (var tool in (node.Map?["tools"] as SequenceNode)?.Items ?? [])
            {
                Check(draft, tool, findings);
            }
        }
    }

    private void Check(WorkflowDraft draft, DocumentNode tool, FindingList findings)
    {
        if (tool is MappingNode inline)
        {
            if (inline.Text("exec") is { } command)
            {
                CheckFile(command, new AgentUri("exec", command.Value), findings);
            }
        }
        else if (tool is ScalarNode { IsText: true } written)
        {
            Check(draft, written, findings);
        }
    }

    private void Check(WorkflowDraft draft, ScalarNode written, FindingList findings)
    {
        if (AgentUri.Parse(written.Value) is not { } tool)
        {
            findings.Add(
                DiagnosticCatalog.UnknownTool,
                written.Location,
                $"'{written.Value}' is no tool; a tool is written scheme://target",
                ToolSchemes.Builtins.Contains(written.Value) ? $"write 'builtin://{written.Value}'" : $"the schemes are {string.Join(", ", ToolSchemes.Known)}");
        }
        else if (!ToolSchemes.Known.Contains(tool.Scheme))
        {
            findings.Add(
                DiagnosticCatalog.UnknownTool,
                written.LocationOf(0, tool.Scheme.Length),
                $"there is no kind of tool '{tool.Scheme}'",
                Spelling.Hint(tool.Scheme, ToolSchemes.Known) ?? $"there are {string.Join(", ", ToolSchemes.Known)}");
        }
        else if (tool.Scheme == "builtin" && !ToolSchemes.Builtins.Contains(tool.Target))
        {
            findings.Add(
                DiagnosticCatalog.UnknownTool,
                written.LocationOf("builtin://".Length, tool.Target.Length),
                $"there is no built-in tool '{tool.Target}'",
                Spelling.Hint(tool.Target, ToolSchemes.Builtins) ?? $"there are {string.Join(", ", ToolSchemes.Builtins)}");
        }
        else if (tool.Scheme == "mcp")
        {
            CheckServer(draft, written, McpServers.NameIn(tool.Target), findings);
        }
        else if (tool.Scheme is "exec" or "workflow")
        {
            CheckFile(written, tool, findings);
        }
    }

    private static void CheckServer(WorkflowDraft draft, ScalarNode written, string server, FindingList findings)
    {
        var servers = draft.Root.Map("mcp_servers");
        if (servers?[server] is null && !server.Contains("${", StringComparison.Ordinal))
        {
            findings.Add(
                DiagnosticCatalog.UnknownTool,
                written.LocationOf("mcp://".Length, server.Length),
                $"'mcp_servers' declares no server '{server}'",
                Spelling.Hint(server, servers?.Entries.Select(entry => entry.Key.Value) ?? [])
                    ?? $"declare it: mcp_servers: {{ {server}: {{ command: … }} }}");
        }
    }

    // A command without a folder is looked for where the system looks, and an absolute path may be that of another machine.
    private void CheckFile(ScalarNode written, AgentUri uri, FindingList findings)
    {
        var path = uri.Scheme == "exec" ? uri.Target.Split(' ', 2)[0] : uri.Target;
        if (path.Length == 0 || path[0] is '"' or '\'' or '~' || path.Contains("${", StringComparison.Ordinal) || Path.IsPathRooted(path)
            || (uri.Scheme == "exec" && !path.Contains('/', StringComparison.Ordinal)))
        {
            return;
        }

        if (!_isMissing.TryGetValue(path, out var isMissing))
        {
            _isMissing[path] = isMissing = files.Read(path, allowOutside: false).Problem is { Kind: FileProblemKind.Missing };
        }

        if (isMissing)
        {
            findings.Add(
                DiagnosticCatalog.ToolFileMissing,
                written.LocationOf(written.Value.IndexOf(path, StringComparison.Ordinal), path.Length),
                $"there is no file '{path}', seen from the workflow's folder",
                "correct the path, or see that the file is made before the run");
        }
    }
}
