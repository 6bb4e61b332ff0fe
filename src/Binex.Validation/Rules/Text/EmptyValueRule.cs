using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Rules.Text;

/// <summary>A key that takes a map, or switches something on, has something after it. An explicit <c>null</c> says that nothing is meant.</summary>
internal sealed class EmptyValueRule : IRule
{
    private static readonly string[] OfRoot = ["vars", "defaults", "budget", "outputs", "mcp_servers", "gates", "webhook"];

    private static readonly string[] OfNode =
        ["inputs", "config", "retry_policy", "budget", "cost", "routing", "steps", "back_edge", "when", "system_prompt", "deadline_ms"];

    private static readonly string[] OfDefaults = ["retry_policy"];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        Check(draft.Root, OfRoot, findings);
        Check(draft.Root.Map("defaults"), OfDefaults, findings);
        foreach (var node in draft.Nodes)
        {
            Check(node.Map, OfNode, findings);
        }
    }

    private static void Check(MappingNode? map, string[] keys, FindingList findings)
    {
        foreach (var key in keys)
        {
            if (map?.Entry(key) is { } entry && IsEmpty(entry.Value) && MayBeEmpty(key, entry.Value))
            {
                findings.Add(
                    DiagnosticCatalog.NothingWritten,
                    entry.Key.Location,
                    $"nothing is written under '{key}', so it has no effect",
                    "write what belongs there, indented deeper than the key, or leave the key out");
            }
        }
    }

    // A map whose keys could not be read has no entries either.
    private static bool IsEmpty(DocumentNode value) => value switch
    {
        MappingNode { Entries.Count: 0 } => value.Source.Text.AsSpan(value.Start, value.End - value.Start).Trim("{} \t\r\n").IsEmpty,
        ScalarNode { Kind: ScalarKind.Null } => value.Start == value.End,
        _ => false,
    };

    // Elsewhere the schema check has said that something is missing, or has the wrong type.
    private static bool MayBeEmpty(string key, DocumentNode value) => value is MappingNode
        ? key is not ("back_edge" or "webhook")
        : key is "defaults" or "budget" or "webhook" or "retry_policy" or "cost" or "routing" or "back_edge" or "when" or "system_prompt" or "deadline_ms";
}
