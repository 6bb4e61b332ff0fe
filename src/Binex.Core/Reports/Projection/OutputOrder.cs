namespace Binex.Core.Reports.Projection;

/// <summary>Puts named outputs into the order in which the workflow declares them.</summary>
internal static class OutputOrder
{
    public static IReadOnlyList<ReportOutput> Of(IReadOnlyDictionary<string, string> hashes, IEnumerable<string>? declared)
    {
        var outputs = new List<ReportOutput>(hashes.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in declared ?? [])
        {
            if (hashes.TryGetValue(name, out var hash) && seen.Add(name))
            {
                outputs.Add(new ReportOutput(name, hash));
            }
        }

        foreach (var (name, hash) in hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (seen.Add(name))
            {
                outputs.Add(new ReportOutput(name, hash));
            }
        }

        return outputs;
    }
}
