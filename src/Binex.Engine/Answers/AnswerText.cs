using System.Text.Json;

namespace Binex.Engine.Answers;

/// <summary>Finds the JSON in a model's answer.</summary>
internal static class AnswerText
{
    /// <summary>The value that a text holds, or null.</summary>
    /// <param name="text">What the model said.</param>
    /// <param name="mayRepair">Whether text around the value may be taken away, and trailing commas.</param>
    /// <param name="repair">What was taken away; null for nothing.</param>
    public static JsonElement? Parse(string text, bool mayRepair, out string? repair)
    {
        repair = null;
        if (TryParse(text, lenient: false) is { } value)
        {
            return value;
        }

        if (!mayRepair)
        {
            return null;
        }

        if (Between(text, "```", "```") is { } fenced && TryParse(fenced[(fenced.IndexOf('\n', StringComparison.Ordinal) + 1)..], lenient: true) is { } inFence)
        {
            repair = "removed a code fence";
            return inFence;
        }

        foreach (var (open, close) in FirstOf(text))
        {
            if (Outermost(text, open, close) is { } inner && TryParse(inner, lenient: true) is { } found)
            {
                repair = "removed text around the JSON value";
                return found;
            }
        }

        return null;
    }

    private static (char Open, char Close)[] FirstOf(string text)
    {
        var brace = text.IndexOf('{', StringComparison.Ordinal);
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        return bracket >= 0 && (brace < 0 || bracket < brace) ? [('[', ']'), ('{', '}')] : [('{', '}'), ('[', ']')];
    }

    private static string? Outermost(string text, char open, char close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = text.LastIndexOf(close);
        return start >= 0 && end > start ? text[start..(end + 1)] : null;
    }

    private static string? Between(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = text.LastIndexOf(close, StringComparison.Ordinal);
        return start >= 0 && end > start + open.Length ? text[(start + open.Length)..end] : null;
    }

    private static JsonElement? TryParse(string text, bool lenient)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = lenient, MaxDepth = 128 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Not JSON: that is the answer to the question asked here.
            return null;
        }
    }
}
