using Binex.Core.Workflows;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>Reads how many nodes run at once.</summary>
internal static class ConcurrencyBuilder
{
    /// <summary>The limits that a value gives: a number for nodes of all kinds, or a map by provider; null where none is written.</summary>
    public static ConcurrencyLimits? Build(DocumentNode? node) => node switch
    {
        ScalarNode { Number: >= 1 and <= int.MaxValue and var total } => new ConcurrencyLimits { Total = (int)total },
        MappingNode map => Build(map),
        _ => null,
    };

    private static ConcurrencyLimits Build(MappingNode map)
    {
        var providers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, _) in map.Entries)
        {
            if (key.Value != "default" && map.Integer(key.Value) is >= 1 and var limit)
            {
                providers[key.Value] = limit;
            }
        }

        return new ConcurrencyLimits
        {
            Default = Math.Max(1, map.Integer("default") ?? ConcurrencyLimits.DefaultModelNodes),
            Providers = providers,
        };
    }
}
