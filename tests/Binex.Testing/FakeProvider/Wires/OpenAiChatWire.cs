using System.Text.Json;

namespace Binex.Testing.FakeProvider.Wires;

/// <summary>OpenAI's chat completions.</summary>
internal sealed class OpenAiChatWire : FakeWire
{
    protected override string[] Paths => ["/chat/completions"];

    internal override int? Limit(JsonElement body) => Number(body, "max_completion_tokens") ?? Number(body, "max_tokens");

    internal override string Whole(FakeCall call, FakeReply reply, FakeBill bill)
    {
        object[] tools = reply.Tool is { } tool ? [new { id = "call_1", type = "function", function = new { name = tool, arguments = "{}" } }] : [];
        var message = new Dictionary<string, object?> { ["role"] = "assistant", ["content"] = tools.Length > 0 ? null : reply.Text };
        if (tools.Length > 0)
        {
            message["tool_calls"] = tools;
        }

        var answer = Head(call, "chat.completion");
        answer["choices"] = new[] { new { index = 0, message, finish_reason = ReasonOf(call, reply, bill) } };
        AddUsage(answer, call, reply, bill);
        return JsonSerializer.Serialize(answer);
    }

    internal override IEnumerable<string> Pieces(FakeCall call, FakeReply reply, FakeBill bill)
    {
        yield return Chunk(call, new { role = "assistant", content = "" }, null);
        if (reply.Tool is { } tool)
        {
            yield return Chunk(call, new { tool_calls = new[] { new { index = 0, id = "call_1", type = "function", function = new { name = tool, arguments = "{}" } } } }, null);
        }

        foreach (var piece in reply.Tool is null ? Split(reply.Text) : [])
        {
            yield return Chunk(call, new { content = piece }, null);
        }

        yield return Chunk(call, new { }, ReasonOf(call, reply, bill));
        var last = Head(call, "chat.completion.chunk");
        last["choices"] = Array.Empty<object>();
        AddUsage(last, call, reply, bill);
        yield return Event(last);
        yield return "data: [DONE]\n\n";
    }

    internal override string Error(int status, string? code, string message) =>
        JsonSerializer.Serialize(new { error = new { message, type = "error", code } });

    private static string Chunk(FakeCall call, object delta, string? reason)
    {
        var chunk = Head(call, "chat.completion.chunk");
        chunk["choices"] = new[] { new { index = 0, delta, finish_reason = reason } };
        return Event(chunk);
    }

    private static Dictionary<string, object> Head(FakeCall call, string kind) => new()
    {
        ["id"] = $"chatcmpl-{call.Number}",
        ["object"] = kind,
        ["created"] = 1_750_000_000,
        ["model"] = call.Model,
    };

    private static void AddUsage(Dictionary<string, object> answer, FakeCall call, FakeReply reply, FakeBill bill)
    {
        if (!reply.StatesUsage)
        {
            return;
        }

        var usage = new Dictionary<string, object>
        {
            ["prompt_tokens"] = call.InputTokens,
            ["completion_tokens"] = bill.OutputTokens,
            ["total_tokens"] = call.InputTokens + bill.OutputTokens,
        };
        if (reply.StatesCost)
        {
            usage["cost"] = bill.Usd;
        }

        answer["usage"] = usage;
    }
}
