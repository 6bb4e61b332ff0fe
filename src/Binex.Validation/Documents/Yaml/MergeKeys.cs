using Binex.Core.Diagnostics;
using Binex.Validation.Rules;

namespace Binex.Validation.Documents.Yaml;

/// <summary>Merge keys (<c>&lt;&lt;: *defaults</c>): entries of other maps, where the map has none of that key itself.</summary>
internal static class MergeKeys
{
    /// <summary>Adds the entries of all merged maps; of several, the earlier map wins.</summary>
    public static void Apply(OpenCollection mapping, FindingList findings)
    {
        foreach (var merge in mapping.Merges)
        {
            foreach (var source in merge.Value is SequenceNode list ? list.Items : [merge.Value])
            {
                if (source is not MappingNode merged)
                {
                    findings.Add(
                        DiagnosticCatalog.BadMergeKey,
                        merge.Place.Location,
                        "the merge key '<<' takes a map or a list of maps",
                        "give it an alias of a map, such as '<<: *base'");
                    break;
                }

                foreach (var entry in merged.Entries)
                {
                    if (mapping.ByKey.TryAdd(entry.Key.Value, entry))
                    {
                        mapping.Entries.Add(entry);
                    }
                }
            }
        }
    }
}
