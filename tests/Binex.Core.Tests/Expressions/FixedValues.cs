using System.Text.Json;
using Binex.Core.Expressions;

namespace Binex.Core.Tests.Expressions;

/// <summary>Values of references by their written form without path, such as <c>a.x</c> or <c>item</c>.</summary>
internal sealed class FixedValues(JsonElement values) : IReferenceSource
{
    /// <summary>Takes an object of values by written form.</summary>
    public static FixedValues Of(string json) => new(JsonElement.Parse(json));

    public ReferenceValue Find(Reference reference)
    {
        var name = (reference with { Path = [] }).ToString()[2..^1];
        return values.TryGetProperty(name, out var value) ? ReferenceValue.Of(value) : ReferenceValue.NotFound($"there is no {name}");
    }
}
