using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.References;

/// <summary>Paths of references lead to something that the output's schema allows.</summary>
internal sealed class ReferencePathRule : IRule
{
    private static readonly string[] Scalars = ["string", "number", "integer", "boolean", "null"];

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var use in draft.References)
        {
            if (use.Reference is { Root: ReferenceRoot.Output, Path.Count: > 0 }
                && draft.Find(use.Reference.Name) is { } target
                && OutputSchemas.Of(target, use.Reference.Output) is { } output)
            {
                Follow(use, output, findings);
            }
        }
    }

    private static void Follow(ReferenceUse use, DocumentNode schema, FindingList findings)
    {
        foreach (var step in use.Reference.Path)
        {
            if (schema is not MappingNode map || !OutputSchemas.SaysAll(map))
            {
                return;
            }

            var type = map.Text("type")?.Value;
            if (type is not null && (Scalars.Contains(type) || type == (step.Name is null ? "object" : "array")))
            {
                findings.Add(
                    DiagnosticCatalog.ImpossiblePath,
                    use.Location,
                    $"'{step}' leads into a value that is always of type {type}, by the output_schema of '{use.Reference.Name}'");
                return;
            }

            if (step.Name is not { } name)
            {
                schema = map["items"] ?? map;
                if (ReferenceEquals(schema, map))
                {
                    return;
                }

                continue;
            }

            var properties = map.Map("properties");
            if (properties?[name] is { } next)
            {
                schema = next;
                continue;
            }

            if (map.Flag("additionalProperties") == false)
            {
                var names = properties?.Entries.Select(entry => entry.Key.Value).ToList() ?? [];
                findings.Add(
                    DiagnosticCatalog.ImpossiblePath,
                    use.Location,
                    $"the output_schema of '{use.Reference.Name}' allows no '{name}' here",
                    Spelling.Hint(name, names) ?? (names.Count == 0 ? null : $"it allows {string.Join(", ", names.Take(10))}"));
            }

            return;
        }
    }
}
