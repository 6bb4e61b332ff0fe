using System.Text;
using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;

namespace Binex.Models.Providers.Protocols;

/// <summary>
/// Makes an answer of what came: of one body, or of the parts of a stream. Reads the bytes and not the SDK's types, which give up on
/// an answer for one word that they do not know, and lose what it cost.
/// </summary>
internal abstract class AnswerFold
{
    private const int LongestReason = 64;
    private const int LongestName = 256;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _refusal = new();
    private bool _asksForTool;

    /// <summary>What was said so far.</summary>
    internal string Text => JsonText.Whole(_text.ToString());

    /// <summary>Whether there was anything of an answer.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>Whether the answer says that it has ended.</summary>
    internal bool HasEnded => Reason is not null || EndedWithoutReason;

    /// <summary>Whether a stream came to its last part.</summary>
    protected bool EndedWithoutReason { get; set; }

    /// <summary>Why it ended, in OpenAI's words; null as long as it has not.</summary>
    protected string? Reason { get; private set; }

    /// <summary>The model that answers.</summary>
    protected string? Model
    {
        get;
        set => field = value is null ? null : JsonText.Whole(value[..Math.Min(value.Length, LongestName)]);
    }

    /// <summary>Tokens; null as long as they were not stated.</summary>
    protected TokenUsage? Usage { get; set; }

    /// <summary>The cost by the provider's word; null as long as it was not stated.</summary>
    protected Money? Cost { get; set; }

    /// <summary>Takes a body, or one part of a stream.</summary>
    /// <param name="part">It.</param>
    internal abstract void Add(JsonElement part);

    /// <summary>The answer.</summary>
    internal ChatAnswer Answer()
    {
        // Nothing but a refusal was said: it is what the model answers, and why it stopped.
        var isRefused = _text.Length == 0 && _refusal.Length > 0;
        return new ChatAnswer(isRefused ? JsonText.Whole(_refusal.ToString()) : Text, Usage)
        {
            Model = Model,
            FinishReason = isRefused ? "content_filter" : Reason,
            StatedCost = Cost,
        };
    }

    /// <summary>There is an answer, if only the beginning of one.</summary>
    protected void Begin() => HasBegun = true;

    /// <summary>Nothing was said, but why and for how much: asked again it would be paid for again.</summary>
    protected void BeginIfCounted()
    {
        if (Reason is not null && Usage is not null)
        {
            Begin();
        }
    }

    /// <summary>A piece of what is said.</summary>
    protected void Say(string? text) => _text.Append(text);

    /// <summary>A piece of what is said in place of an answer.</summary>
    protected void Refuse(string? text) => _refusal.Append(text);

    /// <summary>The model asks for a tool, which its provider may not name as a reason to stop.</summary>
    protected void AskForTool() => _asksForTool = true;

    /// <summary>The answer ends.</summary>
    /// <param name="reason">Why, in the provider's words; ignored when it is null or empty.</param>
    protected void End(string? reason)
    {
        if (!string.IsNullOrEmpty(reason))
        {
            reason = JsonText.Whole(reason[..Math.Min(reason.Length, LongestReason)]).ToLowerInvariant();
            Reason = reason switch
            {
                "max_tokens" or "max_output_tokens" or "model_context_window_exceeded" => "length",
                "tool_use" => "tool_calls",
                "stop" or "completed" when _asksForTool => "tool_calls",
                "end_turn" or "stop_sequence" or "completed" => "stop",
                "refusal" => "content_filter",
                _ => reason,
            };
        }
    }

    /// <summary>A member that is text, with half characters as they stand; null when it is not there, or no text.</summary>
    protected static string? String(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;

    /// <summary>A member that is an object; null when it is not there, or none.</summary>
    protected static JsonElement? Object(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The items of a member that is a list; none when it is not there, or no list.</summary>
    protected static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
