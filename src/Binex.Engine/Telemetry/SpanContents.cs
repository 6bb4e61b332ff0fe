using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Binex.Core.Artifacts;
using Binex.Core.Json;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Telemetry;

/// <summary>Adds prompts and answers to the spans of calls, as they are kept: without secrets.</summary>
internal sealed class SpanContents(IArtifactStore artifacts)
{
    /// <summary>Adds what a call asked and was answered.</summary>
    public async ValueTask AddAsync(Activity span, string request, CallSettled settled)
    {
        if (await artifacts.GetAsync(request, CancellationToken.None).ConfigureAwait(false) is { } asked)
        {
            var messages = JsonElement.Parse(asked, JsonText.DocumentOptions).GetProperty("messages").EnumerateArray().ToLookup(message => message.GetProperty("role").ValueEquals("system"));
            span.SetTag(TelemetryNames.InputMessages, Messages(messages[false].Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("text").GetString()!, (string?)null))));
            if (messages[true].Any())
            {
                span.SetTag(TelemetryNames.SystemInstructions, JsonValues.Array(messages[true].Select(message => Part(message.GetProperty("text").GetString()!))).GetRawText());
            }
        }

        if (settled.Answer is { } answer && await artifacts.GetAsync(answer, CancellationToken.None).ConfigureAwait(false) is { } answered)
        {
            span.SetTag(TelemetryNames.OutputMessages, Messages([("assistant", Encoding.UTF8.GetString(answered), settled.FinishReason ?? "stop")]));
        }
    }

    private static string Messages(IEnumerable<(string Role, string Text, string? FinishReason)> messages) => JsonValues.Array(messages.Select(message =>
    {
        List<KeyValuePair<string, JsonElement>> members = [new("role", JsonValues.From(message.Role)), new("parts", JsonValues.Array([Part(message.Text)]))];
        if (message.FinishReason is { } reason)
        {
            members.Add(new("finish_reason", JsonValues.From(reason)));
        }

        return JsonValues.Object(members);
    })).GetRawText();

    private static JsonElement Part(string text) => JsonValues.Object([new("type", JsonValues.From("text")), new("content", JsonValues.From(text))]);
}
