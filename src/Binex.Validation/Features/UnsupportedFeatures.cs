using Binex.Core.Diagnostics;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Rules;

namespace Binex.Validation.Features;

/// <summary>
/// What this version reads and checks but cannot run. The one table of it: when the engine learns something, its row goes.
/// </summary>
internal static class UnsupportedFeatures
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<FeatureRow> Rows { get; } = (FeatureRow[])
    [
        new("mcp_servers", "mcp_servers"),
        new("webhook", "webhook"),
        new("schedule", "schedule"),
        new("defaults.cache", "cache: true"),
        new("nodes.*.tools", "tools"),
        new("nodes.*.foreach", "foreach"),
        new("nodes.*.pattern", "pattern"),
        new("nodes.*.type", "type: loop"),
        new("nodes.*.assertions", "assertions"),
        new("nodes.*.routing", "routing"),
        new("nodes.*.cache", "cache: true"),
        new("nodes.*.budget.token_bound", "token_bound of a node"),
        new("nodes.*.budget.policy", "policy of a node"),
        new("nodes.*.budget.models", "caps of models within a node"),
        new("nodes.*.budget.tags", "caps of tags within a node"),
        new("nodes.*.budget.unpriced", "unpriced of a node"),
        new("nodes.*.budget.fit", "fit of a node"),
        new("nodes.*.budget.warn_at", "warn_at of a node"),
        new("nodes.*.outputs.*.type", "outputs of type file", "file"),
        new("nodes.*.config.adapter_class", "config.adapter_class"),
        new("nodes.*.config.response_format.type", "response_format: json_schema", "json_schema"),
        new("nodes.*.config.response_format", "response_format: json_schema", "json_schema"),
        new("nodes.*.agent", "a2a://", "a2a://*"),
        new("nodes.*.agent", "a2a+http://", "a2a+http://*"),
        new("nodes.*.agent", "exec://", "exec://*"),
        new("nodes.*.agent", "dotnet://", "dotnet://*"),
        new("nodes.*.agent", "python://", "python://*"),
        new("nodes.*.agent", "workflow://", "workflow://*"),
        new("nodes.*.agent", "http://", "http://*"),
        new("nodes.*.agent", "https://", "https://*"),
        new("nodes.*.agent", "langchain://", "langchain://*"),
        new("nodes.*.agent", "crewai://", "crewai://*"),
        new("nodes.*.agent", "autogen://", "autogen://*"),
        new("nodes.*.agent", "a reference in 'agent'", "*${*"),
        new("defaults.model", "a reference in 'model'", "*${*"),
    ];

    /// <summary>Reports every place at which a document uses one of them.</summary>
    /// <param name="root">The document.</param>
    /// <param name="findings">Takes the findings.</param>
    public static IReadOnlyList<UnsupportedFeature> Find(MappingNode root, FindingList findings)
    {
        var found = new List<UnsupportedFeature>();
        foreach (var row in Rows)
        {
            Walk(root, null, row, 0, found);
        }

        foreach (var feature in found)
        {
            findings.Add(
                DiagnosticCatalog.NotSupportedYet,
                feature.Location,
                $"{Quote(feature.Name)} is not supported yet by this version; 'run' refuses this workflow");
        }

        return found;
    }

    private static void Walk(DocumentNode node, MappingEntry? entry, FeatureRow row, int depth, List<UnsupportedFeature> found)
    {
        if (depth == row.Steps.Length)
        {
            if (entry is not null && IsOn(node) && row.Means((node as ScalarNode)?.Value ?? ""))
            {
                found.Add(new UnsupportedFeature(row.Name, row.Value is null ? entry.Key.Location : node.Location));
            }

            return;
        }

        if (node is not MappingNode map)
        {
            return;
        }

        if (row.Steps[depth] == "*")
        {
            foreach (var child in map.Entries)
            {
                Walk(child.Value, child, row, depth + 1, found);
            }
        }
        else if (map.Entry(row.Steps[depth]) is { } child)
        {
            Walk(child.Value, child, row, depth + 1, found);
        }
    }

    private static bool IsOn(DocumentNode node) => node switch
    {
        MappingNode map => map.Entries.Count > 0,
        SequenceNode list => list.Items.Count > 0,
        ScalarNode scalar => scalar.Kind != ScalarKind.Null && scalar.Flag != false,
        _ => false,
    };

    private static string Quote(string name) => name.Contains('\'', StringComparison.Ordinal) ? name : $"'{name}'";
}
