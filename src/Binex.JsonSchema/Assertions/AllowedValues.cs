using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary>The values of <c>enum</c> or <c>const</c>, in a table: a hundred thousand of them cost no more than one.</summary>
internal sealed class AllowedValues
{
    private readonly IReadOnlyList<JsonElement> _values;
    private readonly HashSet<JsonElement> _table;
    private readonly HashSet<JsonValueKind> _kinds;
    private IReadOnlyList<string>? _candidates;

    public AllowedValues(IReadOnlyList<JsonElement> values)
    {
        _values = values;
        _table = new HashSet<JsonElement>(values, JsonEquality.Instance);
        _kinds = [.. values.Select(value => value.ValueKind)];
    }

    /// <summary>"1, 2 or 'three'".</summary>
    public string Description => _values.Count == 0 ? "one of no values at all" : Wording.Either(_values, Wording.Show);

    public bool Contain(JsonElement instance, Evaluator evaluator)
    {
        // What is too deep to be compared is deeper than every value of the table, which has been measured.
        return _kinds.Contains(instance.ValueKind)
            && evaluator.SpendOnText(instance)
            && !JsonDepth.Exceeds(instance, evaluator.MaxDepth)
            && _table.Contains(instance);
    }

    /// <summary>Adds the values to an error, as text with strings unquoted.</summary>
    public SchemaError Describe(SchemaError error) => error with
    {
        Candidates = _candidates ??= [.. _values.Select(AsText)],
        ExpectedValues = _values,
    };

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : value.GetRawText();
}
