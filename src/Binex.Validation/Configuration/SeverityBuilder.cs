using Binex.Core.Diagnostics;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Configuration;

/// <summary>Reads how much findings count.</summary>
internal static class SeverityBuilder
{
    /// <summary>The severities that a project chose.</summary>
    public static SeverityPolicy Build(MappingNode? map, FindingList findings)
    {
        var severities = new Dictionary<string, DiagnosticSeverity?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (DiagnosticCatalog.Find(key.Value) is not { } kind)
            {
                findings.Add(
                    DiagnosticCatalog.UnknownConfiguredCode,
                    key.Location,
                    $"there is no finding '{key.Value}'",
                    Spelling.Hint(key.Value, DiagnosticCatalog.All.Select(known => known.Code)) ?? "'dotnet binex explain' lists them all");
            }
            else if (!kind.IsOptional)
            {
                findings.Add(
                    DiagnosticCatalog.FixedSeverity,
                    key.Location,
                    $"{kind.Code} ({kind.Title.TrimEnd('.')}) means that nothing can run, so its severity is fixed",
                    "take the line out, and mend what the finding names");
            }
            else if ((value as ScalarNode)?.Value is { } word && SeverityOf(word) is var (isKnown, severity) && isKnown)
            {
                severities[kind.Code] = severity;
            }
        }

        return SeverityPolicy.Of(severities);
    }

    private static (bool IsKnown, DiagnosticSeverity? Severity) SeverityOf(string word) => word switch
    {
        "off" => (true, null),
        "info" => (true, DiagnosticSeverity.Info),
        "warning" => (true, DiagnosticSeverity.Warning),
        "error" => (true, DiagnosticSeverity.Error),
        _ => (false, null),
    };
}
