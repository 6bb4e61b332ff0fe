using System.Text.Json;
using Binex.Core.Expressions;

namespace Binex.Validation.Tests.Fuzzing;

/// <summary>Gives every reference a long text, on which a pattern could take for ever.</summary>
internal sealed class LongValues : IReferenceSource
{
    private static readonly JsonElement Text = JsonSerializer.SerializeToElement(new string('a', 10_000) + "!");

    public ReferenceValue Find(Reference reference) => ReferenceValue.Of(Text);
}
