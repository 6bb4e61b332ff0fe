using System.Runtime.InteropServices;
using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Assertions;

/// <summary>The values of <c>enum</c> or <c>const</c>, in a table: a hundred thousand of them cost no more than one.</summary>
internal sealed class AllowedValues
{
    // A long value costs one step for so many bytes.
    private const int BytesPerStep = 64;

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

    /// <summary>The values as text, strings without quotes.</summary>
    public IReadOnlyList<string> Candidates => _candidates ??= [.. _values.Select(AsText)];

    /// <summary>"1, 2 or 'three'".</summary>
    public string Description => _values.Count == 0 ? "one of no values at all" : Wording.Either([.. _values.Select(Wording.Show)]);

    public bool Contain(JsonElement instance, Evaluator evaluator)
    {
        if (!_kinds.Contains(instance.ValueKind))
        {
            return false;
        }

        if (JsonDepth.Exceeds(instance, evaluator.MaxDepth))
        {
            // Every value of the table has been found to be less deep.
            return false;
        }

        return evaluator.Spend(JsonMarshal.GetRawUtf8Value(instance).Length / BytesPerStep) && _table.Contains(instance);
    }

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : value.GetRawText();
}
