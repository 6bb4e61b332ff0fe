using System.Text.Json;

namespace Binex.Testing.FakeProvider;

/// <summary>Writes the body of an ordinary answer.</summary>
internal static class FakeAnswer
{
    internal static string Write(FakeCall call, FakeReply reply, FakeBill bill)
    {
        var finishReason = reply.FinishReason ?? (bill.OutputTokens == call.MaxOutputTokens ? "length" : "stop");
        var answer = new Dictionary<string, object>
        {
            ["id"] = $"chatcmpl-{call.Number}",
            ["object"] = "chat.completion",
            ["created"] = 1_750_000_000,
            ["model"] = call.Model,
            ["choices"] = new[] { new { index = 0, message = new { role = "assistant", content = reply.Text }, finish_reason = finishReason } },
        };
        if (reply.StatesUsage)
        {
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

        return JsonSerializer.Serialize(answer);
    }
}
