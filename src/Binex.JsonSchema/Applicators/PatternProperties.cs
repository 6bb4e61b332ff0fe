using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Patterns;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>patternProperties</c>: schemas for the members whose names match a pattern.</summary>
internal sealed class PatternProperties(PatternProperties.Entry[] entries)
{
    public static PatternProperties? Build(SchemaSource source)
    {
        var entries = new List<Entry>();
        foreach (var (text, schema) in source.ReadSchemaMap("patternProperties") ?? [])
        {
            if (source.ReadPattern("patternProperties", text) is { } pattern)
            {
                entries.Add(new Entry(pattern, schema));
            }
        }

        return entries.Count > 0 ? new PatternProperties([.. entries]) : null;
    }

    public bool Evaluate(JsonProperty property, Evaluator evaluator, ref bool known)
    {
        using var name = JsonText.OfName(property, stackalloc char[JsonText.ScratchLength]);
        var valid = true;
        foreach (var (pattern, schema) in entries)
        {
            if (pattern.IsMatch(name.Characters, evaluator))
            {
                known = true;
                valid &= evaluator.EvaluateMember(schema, property);
            }
        }

        return valid && !evaluator.IsExhausted;
    }

    internal sealed record Entry(Pattern Pattern, SchemaNode Schema);
}
