using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Core.Text;
using Scriban.Runtime;

namespace Binex.Reports.Comparisons;

/// <summary>Shows the texts of two runs as word differences.</summary>
internal static class TextDiffs
{
    private const int KeptContext = 300;

    /// <summary>What both workflows returned.</summary>
    public static List<ScriptObject> OfResults(RunComparison comparison)
    {
        var (before, after) = (Contents(comparison.Before), Contents(comparison.After));
        var names = comparison.After.Outputs.Select(output => output.Name).Union(comparison.Before.Outputs.Select(output => output.Name), StringComparer.Ordinal);
        return [.. names.Select(name => Of(
            name,
            before.GetValueOrDefault(comparison.Before.Outputs.FirstOrDefault(output => output.Name == name)?.Hash ?? ""),
            after.GetValueOrDefault(comparison.After.Outputs.FirstOrDefault(output => output.Name == name)?.Hash ?? "")))];
    }

    /// <summary>The prompts, inputs and outputs of a node, as far as they differ.</summary>
    public static List<ScriptObject> OfNode(ComparedNode node, RunComparison comparison)
    {
        var (before, after) = (Contents(comparison.Before), Contents(comparison.After));
        var (was, now) = (node.Before?.Attempts is [.., var first] ? first : null, node.After?.Attempts is [.., var second] ? second : null);
        var pairs = new List<(string Name, string? Before, string? After)>
        {
            ("system prompt", was?.SystemPrompt, now?.SystemPrompt),
            ("prompt", was?.Prompt, now?.Prompt),
            ("inputs", was?.Inputs, now?.Inputs),
        };
        var outputs = (node.After?.Outputs ?? []).Concat(node.Before?.Outputs ?? []).Select(output => output.Name).Distinct(StringComparer.Ordinal);
        pairs.AddRange(outputs.Select(name => (
            $"output {name}",
            node.Before?.Outputs.FirstOrDefault(output => output.Name == name)?.Hash,
            node.After?.Outputs.FirstOrDefault(output => output.Name == name)?.Hash)));
        return [.. pairs.Where(pair => pair.Before != pair.After).Select(pair => Of(pair.Name, before.GetValueOrDefault(pair.Before ?? ""), after.GetValueOrDefault(pair.After ?? "")))];
    }

    private static Dictionary<string, ReportArtifact> Contents(RunReport report)
    {
        var contents = new Dictionary<string, ReportArtifact>(StringComparer.Ordinal);
        foreach (var artifact in report.Artifacts)
        {
            contents.TryAdd(artifact.Hash, artifact);
        }

        return contents;
    }

    private static ScriptObject Of(string name, ReportArtifact? before, ReportArtifact? after)
    {
        var parts = WordChanges.Between(Text(before), Text(after));
        var isCut = before is { Cut: true } || after is { Cut: true } || Text(before).Length > WordChanges.MostCharacters || Text(after).Length > WordChanges.MostCharacters;
        return new ScriptObject
        {
            ["name"] = name,
            ["is_same"] = parts.All(part => part.Kind == PartKind.Same) && !isCut ? "yes" : null,
            ["parts"] = parts.Select(part => new ScriptObject { ["kind"] = part.Kind.ToString().ToLowerInvariant(), ["text"] = Shortened(part) }).ToList(),
            ["cut"] = isCut ? "Only the beginnings are compared." : null,
        };
    }

    private static string Text(ReportArtifact? artifact) => artifact?.Content ?? "";

    // Of a long stretch that both have, its ends.
    private static string Shortened(WordPart part) => part.Kind != PartKind.Same || part.Text.Length <= 3 * KeptContext
        ? part.Text
        : $"{Start(part.Text)} … {End(part.Text)}";

    private static string End(string text) => text[^(char.IsLowSurrogate(text[^KeptContext]) ? KeptContext - 1 : KeptContext)..];

    private static string Start(string text) => text[..(char.IsHighSurrogate(text[KeptContext - 1]) ? KeptContext - 1 : KeptContext)];
}
