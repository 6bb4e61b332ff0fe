using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary><c>multipleOf</c>: exact decimal arithmetic, so 0.3 is a multiple of 0.1.</summary>
internal sealed class MultipleOfKeyword(KeywordSite site, JsonElement divisor) : Assertion(site)
{
    // Division is quadratic in the digits of the divisor; nobody writes so many.
    private const int MostDigits = 1_000;

    private readonly Divisor _divisor = new(JsonNumber.Of(divisor));

    public static MultipleOfKeyword? Build(SchemaSource source)
    {
        if (source.ReadNumber("multipleOf") is not { } divisor)
        {
            return null;
        }

        var number = JsonNumber.Of(divisor);
        if (number.IsZero || number.IsNegative)
        {
            source.Fail("multipleOf", $"must be > 0, but is {Wording.Show(divisor)}");
            return null;
        }

        if (number.DigitCount > MostDigits)
        {
            source.Fail("multipleOf", $"must not have more than {MostDigits} digits, but has {number.DigitCount}");
            return null;
        }

        return new MultipleOfKeyword(source.Site("multipleOf"), divisor);
    }

    protected override bool Holds(JsonElement instance, Evaluator evaluator)
    {
        if (instance.ValueKind != JsonValueKind.Number)
        {
            return true;
        }

        var number = JsonNumber.Of(instance);
        return evaluator.Spend(number.DigitCount) && _divisor.Divides(number);
    }

    protected override string Explain(JsonElement instance) =>
        $"must be a multiple of {Wording.Show(divisor)}, but is {Wording.Show(instance)}";
}
