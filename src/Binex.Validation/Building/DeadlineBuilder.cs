using Binex.Core.Diagnostics;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads <c>deadline</c> and <c>deadline_ms</c>.</summary>
internal static class DeadlineBuilder
{
    /// <summary>The deadline of a map; null when none is written, zero when it is switched off.</summary>
    public static TimeSpan? Build(MappingNode? map, FindingList findings)
    {
        if (map?.Entry("deadline") is { } && map.Entry("deadline_ms") is { } second)
        {
            findings.Add(
                DiagnosticCatalog.KeyWithoutEffect,
                second.Key.Location,
                "'deadline_ms' has no effect beside 'deadline'",
                "keep one of the two");
        }

        return map.Duration("deadline", findings) ?? map.Duration("deadline_ms", findings);
    }
}
