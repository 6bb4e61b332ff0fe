using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>Ollama's own chat.</summary>
internal sealed class OllamaWire : FakeWire
{
    internal override string StreamType => "application/x-ndjson";

    protected override string[] Paths => ["/api/chat"];

    internal override int? Limit(JsonElement body) => body.TryGetProperty("options", out var options) ? Number(options, "num_predict") : null;

    internal override string Whole(FakeCall call, FakeReply reply, FakeBill bill) => JsonSerializer.Serialize(Last(call, reply, bill, reply.Text));

    internal override IEnumerable<string> Pieces(FakeCall call, FakeReply reply, FakeBill bill)
    {
        foreach (var piece in reply.Tool is null ? Split(reply.Text) : [])
        {
            yield return JsonSerializer.Serialize(Line(call, new { role = "assistant", content = piece }, isDone: false)) + "\n";
        }

        yield return JsonSerializer.Serialize(Last(call, reply, bill, "")) + "\n";
        yield return "\n";
    }

    internal override string Error(int status, string? code, string message) => JsonSerializer.Serialize(new { error = message });

    private static Dictionary<string, object> Last(FakeCall call, FakeReply reply, FakeBill bill, string text)
    {
        var line = Line(
            call,
            reply.Tool is { } tool
                ? new { role = "assistant", content = "", tool_calls = new[] { new { function = new { name = tool, arguments = new { } } } } }
                : new { role = "assistant", content = text },
            isDone: true);
        line["done_reason"] = ReasonOf(call, reply, bill) is "length" ? "length" : "stop";
        if (reply.StatesUsage)
        {
            line["prompt_eval_count"] = call.InputTokens;
            line["eval_count"] = bill.OutputTokens;
        }

        return line;
    }

    private static Dictionary<string, object> Line(FakeCall call, object message, bool isDone) => new()
    {
        ["model"] = call.Model,
        ["created_at"] = "2025-06-15T12:00:00Z",
        ["message"] = message,
        ["done"] = isDone,
    };
}
