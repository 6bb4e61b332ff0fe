using System.Text.Json;
using Binex.JsonSchema.Assertions;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary><c>not</c>: the schema must reject the value. What it looks at counts as not looked at.</summary>
internal sealed class NotKeyword(KeywordSite site, SchemaNode schema) : Keyword(site)
{
    public override IEnumerable<SchemaNode> InPlace => [schema];

    public static NotKeyword? Build(SchemaSource source) =>
        source.ReadSchema("not") is { } schema ? new NotKeyword(source.Site("not"), schema) : null;

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (!evaluator.Probe(schema, instance, null))
        {
            return !evaluator.IsExhausted;
        }

        if (evaluator.Collects)
        {
            evaluator.Report(Site.Error(evaluator.Path.ToString(), Explain()));
        }

        return false;
    }

    private string Explain() => schema.Keywords switch
    {
        [] => "is not allowed here",
        [TypeKeyword type] => $"must not be {type.Expected}",
        [ConstKeyword constant] => $"must not be {constant.Expected}",
        [EnumKeyword choices] => $"must not be {choices.Expected}",
        [RequiredKeyword required] => $"must not have the {required.Expected}",
        _ => "must not match the schema in 'not', but does",
    };
}
