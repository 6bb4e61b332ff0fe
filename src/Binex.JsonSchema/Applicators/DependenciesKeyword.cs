using System.Text.Json;
using Binex.JsonSchema.Assertions;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary>
/// Draft-07's <c>dependencies</c>: names mean what <c>dependentRequired</c> says today, schemas what <c>dependentSchemas</c> says. It is
/// understood in 2020-12 as well, whose meta-schema still has it.
/// </summary>
internal sealed class DependenciesKeyword(KeywordSite site, DependentRequiredKeyword required, DependentSchemasKeyword schemas)
    : Keyword(site)
{
    public override IEnumerable<SchemaNode> Conditional => schemas.Conditional;

    public static DependenciesKeyword? Build(SchemaSource source)
    {
        if (source.ReadMap("dependencies") is not { } places)
        {
            return null;
        }

        var site = source.Site("dependencies");
        var names = new Dictionary<string, RequiredNames>(StringComparer.Ordinal);
        var schemas = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (name, place) in places)
        {
            if (place.Element.ValueKind != JsonValueKind.Array)
            {
                schemas.Add(name, source.NodeAt(place));
            }
            else if (source.ReadNames("dependencies", place.Element) is { } required)
            {
                names.Add(name, new RequiredNames(required));
            }
        }

        return new DependenciesKeyword(site, new DependentRequiredKeyword(site, names), new DependentSchemasKeyword(site, schemas));
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var valid = required.Evaluate(instance, evaluator, evaluated);
        return (valid || evaluator.Collects) && schemas.Evaluate(instance, evaluator, evaluated) && valid;
    }
}
