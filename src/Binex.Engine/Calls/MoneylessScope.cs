using System.Text.Json;
using Binex.Core.Expressions;

namespace Binex.Engine.Calls;

/// <summary>Values in which every amount of money is the same one.</summary>
/// <param name="values">The values.</param>
internal sealed class MoneylessScope(IReferenceSource values) : IReferenceSource
{
    /// <summary>The amount: one that no run spends and no text holds.</summary>
    public const string Amount = "0.7390851332151606416553120876";

    private static readonly JsonElement Value = JsonElement.Parse(Amount);

    /// <summary>Whether a reference stands for what is spent or left.</summary>
    public static bool IsMoney(Reference reference) => reference is { Root: ReferenceRoot.Budget } or { Root: ReferenceRoot.Run, Name: "spent" };

    public ReferenceValue Find(Reference reference) => IsMoney(reference) ? ReferenceValue.Of(Value) : values.Find(reference);
}
