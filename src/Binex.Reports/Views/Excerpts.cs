using Binex.Core.Reports;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows the beginnings of what a workflow returned.</summary>
internal static class Excerpts
{
    /// <summary>The results, in the order of the workflow.</summary>
    /// <param name="report">The report.</param>
    /// <param name="length">The most that is shown of one, in characters.</param>
    /// <param name="format">Makes of a text what is shown.</param>
    public static List<ScriptObject> Of(RunReport report, int length, Func<string, object> format)
    {
        var artifacts = new Dictionary<string, ReportArtifact>(StringComparer.Ordinal);
        foreach (var artifact in report.Artifacts)
        {
            artifacts.TryAdd(artifact.Hash, artifact);
        }

        return [.. report.Outputs.Select(output => Of(output, artifacts.GetValueOrDefault(output.Hash), length, format))];
    }

    private static ScriptObject Of(ReportOutput output, ReportArtifact? artifact, int length, Func<string, object> format)
    {
        var text = artifact?.Content;
        var isCut = artifact is { Cut: true } || text?.Length > length;
        if (text?.Length > length)
        {
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        }

        return new ScriptObject
        {
            ["name"] = output.Name,
            ["text"] = text is null ? null : format(text),
            ["cut"] = isCut ? $"cut; the whole has {Words.Counted(artifact!.Bytes, "byte")}, SHA-256 {Words.ShortHash(output.Hash)}" : null,
        };
    }
}
