using System.Globalization;
using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Core.Expressions.Values;

/// <summary>A value while an expression is evaluated. Values that came from JSON stay JSON until their text is needed.</summary>
internal readonly struct ExpressionValue
{
    private readonly JsonElement _json;
    private readonly string? _text;
    private readonly decimal _number;

    private ExpressionValue(ExpressionValueKind kind, JsonElement json = default, string? text = null, decimal number = 0)
    {
        Kind = kind;
        _json = json;
        _text = text;
        _number = number;
    }

    /// <summary>What it is.</summary>
    public ExpressionValueKind Kind { get; }

    /// <summary>Whether it is a list, and not an object.</summary>
    public bool IsList => Kind == ExpressionValueKind.Structure && _json.ValueKind == JsonValueKind.Array;

    /// <summary>
    /// Whether it counts as true: neither null, false, zero, an empty text, list or object, nor the text <c>false</c>
    /// (in any case, blanks around it left out). A failure is not true.
    /// </summary>
    public bool IsTrue => Kind switch
    {
        ExpressionValueKind.Number => _json.ValueKind == JsonValueKind.Undefined ? _number != 0 : !TryDecimal(out var number) || number != 0,
        ExpressionValueKind.Boolean => _number != 0,
        ExpressionValueKind.Text => IsTrueText(Text.AsSpan()),
        ExpressionValueKind.Structure => IsList ? _json.GetArrayLength() > 0 : _json.GetPropertyCount() > 0,
        _ => false,
    };

    /// <summary>The value as text: null is empty, a list or an object is its JSON, a failure its sentence.</summary>
    public string Text => Kind switch
    {
        _ when _text is not null => _text,
        ExpressionValueKind.Boolean => _number != 0 ? "true" : "false",
        ExpressionValueKind.Number when _json.ValueKind == JsonValueKind.Undefined => _number.ToString(CultureInfo.InvariantCulture),
        _ => JsonValues.ToText(_json),
    };

    /// <summary>The JSON of a list or an object; undefined for a value that did not come from JSON.</summary>
    public JsonElement Json => _json;

    /// <summary>Null.</summary>
    public static ExpressionValue Null => default;

    /// <summary>True or false.</summary>
    public static ExpressionValue Of(bool value) => new(ExpressionValueKind.Boolean, number: value ? 1 : 0);

    /// <summary>A number.</summary>
    public static ExpressionValue Of(decimal value) => new(ExpressionValueKind.Number, number: value);

    /// <summary>A text.</summary>
    public static ExpressionValue Of(string value) => new(ExpressionValueKind.Text, text: value);

    /// <summary>No value, and why.</summary>
    public static ExpressionValue Failure(string sentence) => new(ExpressionValueKind.Failure, text: sentence);

    /// <summary>A value that came from JSON.</summary>
    public static ExpressionValue Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Of(true),
        JsonValueKind.False => Of(false),
        JsonValueKind.Number => new ExpressionValue(ExpressionValueKind.Number, value),
        JsonValueKind.String => new ExpressionValue(ExpressionValueKind.Text, value),
        JsonValueKind.Array or JsonValueKind.Object => new ExpressionValue(ExpressionValueKind.Structure, value),
        _ => Null,
    };

    /// <summary>The value as JSON.</summary>
    public JsonElement ToElement() => Kind switch
    {
        _ when _json.ValueKind != JsonValueKind.Undefined => _json,
        ExpressionValueKind.Boolean => JsonValues.From(_number != 0),
        ExpressionValueKind.Number => JsonValues.From(_number),
        ExpressionValueKind.Text => JsonValues.From(_text!),
        _ => JsonValues.Null,
    };

    /// <summary>Reads a number, or a text that is one; false when it is neither or does not fit.</summary>
    /// <param name="number">The number.</param>
    public bool TryDecimal(out decimal number)
    {
        number = _number;
        return Kind switch
        {
            ExpressionValueKind.Number => _json.ValueKind == JsonValueKind.Undefined || _json.TryGetDecimal(out number),
            ExpressionValueKind.Text => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    /// <summary>Reads a number, or a text that is one, beyond the range of a decimal.</summary>
    /// <param name="number">The number.</param>
    public bool TryDouble(out double number)
    {
        number = 0;
        return Kind is ExpressionValueKind.Number or ExpressionValueKind.Text
            && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>Reads a boolean, or a text that is one; null when it is neither.</summary>
    public bool? AsBoolean() => Kind switch
    {
        ExpressionValueKind.Boolean => _number != 0,
        ExpressionValueKind.Text when IsWord(Text, "true") => true,
        ExpressionValueKind.Text when IsWord(Text, "false") => false,
        _ => null,
    };

    private static bool IsTrueText(ReadOnlySpan<char> text) => text.Length > 0 && !IsWord(text, "false");

    private static bool IsWord(ReadOnlySpan<char> text, string word) => text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
