using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Engine.Answers;

/// <summary>Finds the JSON in a model's answer.</summary>
internal static class AnswerText
{
    private const string Fence = "```";

    // The languages that a fence around JSON may name: json, JSON, jsonc, json5.
    private static readonly char[] Language = [.. "jsonJSONcC5"];

    /// <summary>The value that a text holds, or null.</summary>
    /// <param name="text">What the model said.</param>
    /// <param name="mayRepair">Whether text around the value may be taken away, and trailing commas.</param>
    /// <param name="repair">What was taken away; null for nothing.</param>
    public static JsonElement? Parse(string text, bool mayRepair, out string? repair)
    {
        repair = null;
        if (JsonValues.TryParse(text, out var value, out _))
        {
            return value;
        }

        if (!mayRepair)
        {
            return null;
        }

        if (Lenient(text) is { } whole)
        {
            repair = "removed trailing commas";
            return whole;
        }

        if (InFence(text) is { } fenced)
        {
            repair = "removed a code fence";
            return fenced;
        }

        if (InProse(text) is { } inner)
        {
            repair = "removed text around the JSON value";
            return inner;
        }

        return null;
    }

    // The first fenced block that holds a value; the opening fence may name a language.
    private static JsonElement? InFence(string text)
    {
        for (var open = text.IndexOf(Fence, StringComparison.Ordinal); open >= 0;)
        {
            var start = open + Fence.Length;
            var close = text.IndexOf(Fence, start, StringComparison.Ordinal);
            if (close < 0)
            {
                return null;
            }

            var block = text[start..close];
            if ((Lenient(block.TrimStart(Language)) ?? Lenient(block)) is { } value)
            {
                return value;
            }

            open = close;
        }

        return null;
    }

    private static JsonElement? InProse(string text)
    {
        foreach (var (open, close) in FirstOf(text))
        {
            if (Outermost(text, open, close) is { } inner && Lenient(inner) is { } value)
            {
                return value;
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

    // Written anew, because a value keeps the text that it was read from, commas and all.
    private static JsonElement? Lenient(string text) =>
        JsonValues.TryParse(text, out var value, out _, allowTrailingCommas: true) ? JsonValues.Write(value.WriteTo) : null;
}
