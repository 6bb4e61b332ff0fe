using System.Runtime.InteropServices;
using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>propertyNames</c>: the schema must accept every key of an object, taken as a string.</summary>
internal sealed class PropertyNamesKeyword(KeywordSite site, SchemaNode schema) : Keyword(site)
{
    public static PropertyNamesKeyword? Build(SchemaSource source) =>
        source.ReadSchema("propertyNames") is { } schema ? new PropertyNamesKeyword(source.Site("propertyNames"), schema) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            valid &= EvaluateName(property, evaluator);
            if (!valid && !evaluator.Collects)
            {
                return false;
            }
        }

        return valid;
    }

    private bool EvaluateName(JsonProperty property, Evaluator evaluator)
    {
        var name = NameAsValue(property);
        evaluator.SpendOnText(name);
        if (evaluator.Probe(schema, name, null))
        {
            return true;
        }

        if (evaluator.Collects)
        {
            evaluator.Path.Push(property);
            foreach (var error in evaluator.Collect(schema, name, null))
            {
                evaluator.Forward([error with { Message = $"is a key that {error.Message}" }]);
            }

            evaluator.Path.Pop();
        }

        return false;
    }

    // The one place where a valid instance costs memory: the framework has no element for a name.
    private static JsonElement NameAsValue(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        var text = new byte[raw.Length + 2];
        text[0] = text[^1] = (byte)'"';
        raw.CopyTo(text.AsSpan(1));
        return JsonElement.Parse(text);
    }
}
