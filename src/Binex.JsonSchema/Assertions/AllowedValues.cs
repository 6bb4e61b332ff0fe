using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary>The values of <c>enum</c> or <c>const</c>; many are in a table: a hundred thousand of them cost no more than a few.</summary>
internal sealed class AllowedValues
{
    private const int FewValues = 8;

    private readonly JsonElement[] _values;
    private readonly HashSet<JsonElement>? _table;
    private readonly int _kinds;
    private IReadOnlyList<string>? _candidates;

    public AllowedValues(JsonElement[] values)
    {
        _values = values;
        _table = values.Length > FewValues ? new HashSet<JsonElement>(values, JsonEquality.Instance) : null;
        foreach (var value in values)
        {
            _kinds |= 1 << (int)value.ValueKind;
        }
    }

    /// <summary>"1, 2 or 'three'".</summary>
    public string Description => _values.Length == 0 ? "one of no values at all" : Wording.Either(_values, Wording.Show);

    /// <summary>The items of an array.</summary>
    public static JsonElement[] Read(JsonElement array)
    {
        var values = new JsonElement[array.GetArrayLength()];
        var position = 0;
        foreach (var item in array.EnumerateArray())
        {
            values[position++] = item;
        }

        return values;
    }

    public bool Contain(JsonElement instance, Evaluator evaluator)
    {
        // What is too deep to be compared is deeper than every value of the table, which has been measured.
        return (_kinds & (1 << (int)instance.ValueKind)) != 0
            && evaluator.SpendOnText(instance)
            && !JsonDepth.Exceeds(instance, evaluator.MaxDepth)
            && (_table?.Contains(instance) ?? IsOneOfFew(instance));
    }

    /// <summary>Adds the values to an error, as text with strings unquoted.</summary>
    public SchemaError Describe(SchemaError error) => error with
    {
        Candidates = _candidates ??= [.. _values.Select(AsText)],
        ExpectedValues = _values,
    };

    private bool IsOneOfFew(JsonElement instance)
    {
        foreach (var value in _values)
        {
            if (JsonEquality.Instance.Equals(value, instance))
            {
                return true;
            }
        }

        return false;
    }

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : value.GetRawText();
}
