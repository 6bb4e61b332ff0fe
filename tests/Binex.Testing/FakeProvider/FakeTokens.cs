using System.Text;
using System.Text.Json;

namespace Binex.Testing.FakeProvider;

/// <summary>Counts tokens as the fake provider does: three bytes each, and four for a message's frame.</summary>
public static class FakeTokens
{
    /// <summary>Tokens of a request.</summary>
    /// <param name="body">Its body.</param>
    public static long Input(JsonElement body) => Texts(body).Sum(text => 4L + ((Encoding.UTF8.GetByteCount(text) + 2) / 3));

    /// <summary>Tokens of an answer.</summary>
    /// <param name="text">The answer.</param>
    public static int Output(string text) => (Encoding.UTF8.GetByteCount(text) + 2) / 3;

    /// <summary>The texts of a request's messages, in whichever protocol.</summary>
    /// <param name="body">Its body.</param>
    public static IEnumerable<string> Texts(JsonElement body)
    {
        if (body.TryGetProperty("system", out var system))
        {
            yield return TextOf(system);
        }

        foreach (var message in (body.TryGetProperty("messages", out var messages) ? messages : body.GetProperty("input")).EnumerateArray())
        {
            yield return TextOf(message.GetProperty("content"));
        }
    }

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.Array
        ? string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : null))
        : content.GetString()!;
}
