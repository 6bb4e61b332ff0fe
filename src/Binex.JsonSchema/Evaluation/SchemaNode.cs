using System.Text.Json;
using Binex.JsonSchema.Compilation;

namespace Binex.JsonSchema.Evaluation;

/// <summary>A compiled schema: a boolean, or keywords in the order they are checked. Immutable once compilation is over.</summary>
internal sealed class SchemaNode(SchemaLocation location)
{
    private Keyword[] _keywords = [];
    private bool _tracks;

    public SchemaLocation Location { get; } = location;

    public IReadOnlyList<Keyword> Keywords => _keywords;

    /// <summary>The schema <c>false</c>.</summary>
    public bool IsNever { get; private set; }

    /// <summary>Second step of construction: schemas may refer to one another in circles.</summary>
    /// <param name="keywords">The keywords, cheap ones first.</param>
    /// <param name="tracks">Whether one of them asks which members or items the others have looked at.</param>
    public void Complete(Keyword[] keywords, bool tracks)
    {
        _keywords = keywords;
        _tracks = tracks;
    }

    public void CompleteAsNever() => IsNever = true;

    public bool Evaluate(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        if (!evaluator.Enter(this))
        {
            return false;
        }

        bool valid;
        if (IsNever)
        {
            valid = evaluator.Reject(this);
        }
        else if (_tracks && instance.ValueKind is (JsonValueKind.Object or JsonValueKind.Array))
        {
            var own = evaluator.RentSet(instance);
            valid = EvaluateKeywords(instance, evaluator, own);
            evaluated?.UnionWith(own);
            evaluator.Return(own);
        }
        else
        {
            valid = EvaluateKeywords(instance, evaluator, evaluated);
        }

        evaluator.Leave();
        return valid;
    }

    private bool EvaluateKeywords(JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var valid = true;
        foreach (var keyword in _keywords)
        {
            if (!keyword.Evaluate(instance, evaluator, evaluated))
            {
                valid = false;
                if (!evaluator.Collects)
                {
                    break;
                }
            }
        }

        return valid;
    }
}
