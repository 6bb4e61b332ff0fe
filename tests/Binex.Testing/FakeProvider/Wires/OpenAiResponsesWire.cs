using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>OpenAI's responses.</summary>
internal sealed class OpenAiResponsesWire : FakeWire
{
    protected override string[] Paths => ["/responses"];

    internal override int? Limit(JsonElement body) => Number(body, "max_output_tokens");

    internal override string Whole(FakeCall call, FakeReply reply, FakeBill bill) => JsonSerializer.Serialize(Response(call, reply, bill));

    internal override IEnumerable<string> Pieces(FakeCall call, FakeReply reply, FakeBill bill)
    {
        var sequence = 0;
        yield return Event(new { type = "response.created", sequence_number = sequence++, response = Head(call, "in_progress") }, "response.created");
        foreach (var delta in reply.Tool is null ? Split(reply.Text) : [])
        {
            const string Delta = "response.output_text.delta";
            yield return Event(new { type = Delta, sequence_number = sequence++, item_id = "msg_1", output_index = 0, content_index = 0, delta }, Delta);
        }

        var response = Response(call, reply, bill);
        var end = $"response.{response["status"]}";
        yield return Event(new { type = end, sequence_number = sequence, response }, end);
        yield return "\n";
    }

    internal override string Error(int status, string? code, string message) =>
        JsonSerializer.Serialize(new { error = new { message, type = "error", param = (string?)null, code } });

    private static Dictionary<string, object?> Head(FakeCall call, string status) => new()
    {
        ["id"] = $"resp_{call.Number}",
        ["object"] = "response",
        ["created_at"] = 1_750_000_000,
        ["status"] = status,
        ["model"] = call.Model,
        ["output"] = Array.Empty<object>(),
    };

    private static Dictionary<string, object?> Response(FakeCall call, FakeReply reply, FakeBill bill)
    {
        var isCut = ReasonOf(call, reply, bill) == "length";
        var response = Head(call, isCut ? "incomplete" : "completed");
        response["incomplete_details"] = isCut ? new { reason = "max_output_tokens" } : null;
        response["output"] = reply.Tool is { } tool
            ? new object[] { new { type = "function_call", id = "fc_1", call_id = "call_1", name = tool, arguments = "{}", status = "completed" } }
            : [new { type = "message", id = "msg_1", status = "completed", role = "assistant", content = new[] { new { type = "output_text", text = reply.Text, annotations = Array.Empty<object>() } } }];
        if (reply.StatesUsage)
        {
            response["usage"] = new
            {
                input_tokens = call.InputTokens,
                input_tokens_details = new { cached_tokens = 0 },
                output_tokens = bill.OutputTokens,
                output_tokens_details = new { reasoning_tokens = 0 },
                total_tokens = call.InputTokens + bill.OutputTokens,
            };
        }

        return response;
    }
}
