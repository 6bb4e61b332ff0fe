using System.Text.Json;

namespace Binex.Core.Expressions;

/// <summary>A JSON value whose strings, at any depth, may hold references.</summary>
public sealed class ValueTemplate
{
    private readonly JsonElement _constant;
    private readonly TextTemplate? _text;
    private readonly List<ValueTemplate>? _items;
    private readonly List<KeyValuePair<string, ValueTemplate>>? _members;

    private ValueTemplate(JsonElement source)
    {
        Source = source;
        switch (source.ValueKind)
        {
            case JsonValueKind.String when TextTemplate.Parse(source.GetString()!) is { } text && text.Source.Contains("${", StringComparison.Ordinal):
                _text = text;
                References = text.References;
                break;
            case JsonValueKind.Array:
                _items = [.. source.EnumerateArray().Select(item => new ValueTemplate(item))];
                References = [.. _items.SelectMany(item => item.References)];
                break;
            case JsonValueKind.Object:
                _members = [.. source.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, new ValueTemplate(member.Value)))];
                References = [.. _members.SelectMany(member => member.Value.References)];
                break;
            default:
                _constant = source;
                References = [];
                break;
        }
    }

    /// <summary>The value as it was written.</summary>
    public JsonElement Source { get; }

    /// <summary>All references inside, in order.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Reads a value; strings that are no templates stand as they are.</summary>
    /// <param name="source">The value.</param>
    public static ValueTemplate Parse(JsonElement source) => new(source);

    /// <summary>Puts values in place of references, at any depth.</summary>
    /// <param name="source">Where values come from.</param>
    /// <returns>The value, or the sentence that says which reference has none.</returns>
    public ReferenceValue Resolve(IReferenceSource source)
    {
        if (_text is not null)
        {
            return _text.Resolve(source);
        }

        if (_items is not null)
        {
            var items = new List<JsonElement>(_items.Count);
            foreach (var item in _items)
            {
                var value = item.Resolve(source);
                if (value.Missing is not null)
                {
                    return value;
                }

                items.Add(value.Value);
            }

            return ReferenceValue.Of(Json.JsonValues.Array(items));
        }

        if (_members is null)
        {
            return ReferenceValue.Of(_constant);
        }

        var members = new List<KeyValuePair<string, JsonElement>>(_members.Count);
        foreach (var (name, template) in _members)
        {
            var value = template.Resolve(source);
            if (value.Missing is not null)
            {
                return value;
            }

            members.Add(KeyValuePair.Create(name, value.Value));
        }

        return ReferenceValue.Of(Json.JsonValues.Object(members));
    }
}
