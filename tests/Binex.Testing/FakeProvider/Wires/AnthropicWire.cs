using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>Anthropic's messages.</summary>
internal class AnthropicWire : FakeWire
{
    protected override string[] Paths => ["/v1/messages"];

    internal override int? Limit(JsonElement body) => Number(body, "max_tokens");

    internal override string Whole(FakeCall call, FakeReply reply, FakeBill bill)
    {
        var message = Head(call);
        message["content"] = new[] { Block(reply, reply.Text) };
        message["stop_reason"] = Reason(call, reply, bill);
        if (reply.StatesUsage)
        {
            message["usage"] = new { input_tokens = call.InputTokens, cache_creation_input_tokens = 0, cache_read_input_tokens = 0, output_tokens = bill.OutputTokens };
        }

        return JsonSerializer.Serialize(message);
    }

    internal override IEnumerable<string> Pieces(FakeCall call, FakeReply reply, FakeBill bill)
    {
        var message = Head(call);
        message["usage"] = new { input_tokens = call.InputTokens, cache_creation_input_tokens = 0, cache_read_input_tokens = 0, output_tokens = 1 };
        yield return Event(new { type = "message_start", message }, "message_start");
        yield return Event(new { type = "content_block_start", index = 0, content_block = Block(reply, "") }, "content_block_start");
        foreach (var piece in reply.Tool is null ? Split(reply.Text) : [])
        {
            yield return Event(new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = piece } }, "content_block_delta");
        }

        yield return Event(new { type = "content_block_stop", index = 0 }, "content_block_stop");
        var delta = new { stop_reason = Reason(call, reply, bill), stop_sequence = (string?)null };
        yield return reply.StatesUsage
            ? Event(new { type = "message_delta", delta, usage = new { output_tokens = bill.OutputTokens } }, "message_delta")
            : Event(new { type = "message_delta", delta }, "message_delta");
        yield return Event(new { type = "message_stop" }, "message_stop");
    }

    internal override string Error(int status, string? code, string message) =>
        JsonSerializer.Serialize(new { type = "error", error = new { type = code ?? (status < 500 ? "invalid_request_error" : "api_error"), message } });

    private static object Block(FakeReply reply, string text) => reply.Tool is { } tool
        ? new { type = "tool_use", id = "toolu_1", name = tool, input = new { } }
        : new { type = "text", text };

    private static string Reason(FakeCall call, FakeReply reply, FakeBill bill) => ReasonOf(call, reply, bill) switch
    {
        "stop" => "end_turn",
        "length" => "max_tokens",
        "tool_calls" => "tool_use",
        var other => other,
    };

    private static Dictionary<string, object?> Head(FakeCall call) => new()
    {
        ["id"] = $"msg_{call.Number}",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = call.Model,
        ["content"] = Array.Empty<object>(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
    };
}
