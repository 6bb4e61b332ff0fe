using Binex.Core.Reports;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows which output was made of which, in both directions.</summary>
internal static class LineageView
{
    private const int MostRows = 300;
    private const int MostLinks = 12;

    /// <summary>The outputs that nodes gave, in the order in which they did.</summary>
    public static ScriptObject Of(RunReport report)
    {
        var produced = report.Artifacts.Where(artifact => artifact.ProducedBy is not null).ToList();
        var byHash = produced.GroupBy(artifact => artifact.Hash, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var users = new Dictionary<string, List<ReportArtifact>>(StringComparer.Ordinal);
        foreach (var artifact in produced)
        {
            foreach (var source in artifact.DerivedFrom)
            {
                if (!users.TryGetValue(source, out var list))
                {
                    users.Add(source, list = []);
                }

                list.Add(artifact);
            }
        }

        var results = report.Outputs.ToLookup(output => output.Hash, output => output.Name);
        return new ScriptObject
        {
            ["rows"] = produced.Take(MostRows).Select(artifact => Row(artifact, byHash, users, results)).ToList(),
            ["more"] = produced.Count > MostRows ? Words.Counted(produced.Count - MostRows, "more output") : null,
        };
    }

    private static ScriptObject Row(
        ReportArtifact artifact, Dictionary<string, ReportArtifact> byHash, Dictionary<string, List<ReportArtifact>> users, ILookup<string, string> results)
    {
        var row = Link(artifact);
        var sources = artifact.DerivedFrom.Select(hash => byHash.GetValueOrDefault(hash)).OfType<ReportArtifact>().ToList();
        var uses = users.GetValueOrDefault(artifact.Hash) ?? [];
        row["hash"] = Words.ShortHash(artifact.Hash);
        row["size"] = Words.Size(artifact.Bytes);
        row["from"] = sources.Take(MostLinks).Select(Link).ToList();
        row["from_more"] = More(sources.Count);
        row["used"] = uses.Take(MostLinks).Select(Link).ToList();
        row["used_more"] = More(uses.Count);
        row["results"] = results[artifact.Hash].ToList();
        return row;
    }

    private static ScriptObject Link(ReportArtifact artifact) => new()
    {
        ["node"] = artifact.ProducedBy,
        ["name"] = artifact.Name is null or Core.Workflows.OutputDeclaration.DefaultName ? null : artifact.Name,
    };

    private static string? More(int count) => count > MostLinks ? $"and {Words.Count(count - MostLinks)} more" : null;
}
