using System.Text.Json;
using Binex.Ci.Json;

namespace Binex.Ci.Results;

/// <summary>Reads what gates said from a plan, a difference or a report.</summary>
internal static class GateResults
{
    private const int MostGates = 20;

    /// <summary>The results of gates; none when the document has none.</summary>
    public static IReadOnlyList<GateResult> Read(JsonElement root) => [.. JsonMember.List(root, "gates").Take(MostGates).Select(Of)];

    private static GateResult Of(JsonElement gate) => new(
        Text(gate, "rule") ?? "gate",
        JsonMember.At(gate, "passed")?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
        Text(gate, "message") ?? $"{Text(gate, "actual") ?? "nothing to go by"}, and {Text(gate, "limit") ?? "something else"} is allowed")
    {
        Node = Text(gate, "node"),
        Location = Text(gate, "location"),
    };

    private static string? Text(JsonElement gate, string member) => JsonMember.Text(gate, member) is { } text ? Plausible.Text(text) : null;
}
