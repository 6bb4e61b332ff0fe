using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>dependentRequired</c>: an object that has a certain key must have others as well.</summary>
internal sealed class DependentRequiredKeyword(KeywordSite site, Dictionary<string, RequiredNames> dependencies) : Keyword(site)
{
    private readonly NameTable<RequiredNames> _dependencies = new(dependencies);

    public static DependentRequiredKeyword? Build(SchemaSource source)
    {
        if (source.ReadMap("dependentRequired") is not { } places)
        {
            return null;
        }

        var dependencies = new Dictionary<string, RequiredNames>(StringComparer.Ordinal);
        foreach (var (name, place) in places)
        {
            if (source.ReadNames("dependentRequired", place.Element) is { } names)
            {
                dependencies.Add(name, new RequiredNames(names));
            }
        }

        return new DependentRequiredKeyword(source.Site("dependentRequired"), dependencies);
    }

    public override bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (instance.ValueKind != JsonValueKind.Object || !evaluator.Spend(instance.GetPropertyCount()))
        {
            return !evaluator.IsExhausted;
        }

        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            if (_dependencies.TryGet(property, evaluator, out var names) && !names.AreIn(instance, evaluator))
            {
                valid = false;
                if (!evaluator.Collects)
                {
                    break;
                }

                Report(property, names.MissingIn(instance), evaluator);
            }
        }

        return valid;
    }

    private void Report(JsonProperty property, IEnumerable<string> missing, Evaluator evaluator)
    {
        var key = Wording.Quote(JsonText.ReadName(property));
        foreach (var name in missing)
        {
            evaluator.Report(Site.Error(evaluator.Path.ToString(), $"has the key {key}, and then must have the key {Wording.Quote(name)}"));
        }
    }
}
