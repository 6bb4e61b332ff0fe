using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Engine.Answers;

/// <summary>
/// Finds the JSON in a model's answer, and mends it where that can be done in one way only. Never chooses between values that could
/// both be meant, and never gives a value that the answer does not have.
/// </summary>
internal static class AnswerText
{
    private const string Fence = "```";
    private const string NotJson = "the answer is not JSON";

    /// <summary>The value that an answer holds.</summary>
    /// <param name="text">What the model said.</param>
    /// <param name="mayRepair">Whether it may be mended.</param>
    /// <param name="accepts">Whether a value is what is wanted; null when there is nothing to know it by.</param>
    public static ReadAnswer Read(string text, bool mayRepair, Func<JsonElement, bool>? accepts)
    {
        if (JsonValues.TryParse(text, out var value, out _))
        {
            return mayRepair && value.ValueKind == JsonValueKind.String && accepts is not null && !accepts(value)
                && Mend(value.GetString()!, accepts) is { Problem: null } inner && accepts(inner.Value)
                    ? inner with { Repairs = inner.Repairs | Repairs.StringUnwrapped }
                    : ReadAnswer.Found(value);
        }

        return mayRepair ? Mend(text, accepts) : ReadAnswer.None(NotJson);
    }

    private static ReadAnswer Mend(string text, Func<JsonElement, bool>? accepts)
    {
        if (Whole(text) is { } whole)
        {
            return whole;
        }

        var found = new List<ReadAnswer>();
        var isCut = false;
        for (var start = Next(text, 0); start >= 0;)
        {
            var reader = new LenientReader(text);
            var end = reader.Read(start);
            if (end == LenientEnd.Broken && reader.HasRead)
            {
                return ReadAnswer.None(NotJson);
            }

            if (end != LenientEnd.Broken)
            {
                isCut = end == LenientEnd.Cut;
                if (Value(isCut ? reader.JsonUpToCut : reader.Json, reader.Repairs | Around(text, start, isCut ? text.Length : reader.Position)) is { } value)
                {
                    found.Add(isCut ? value with { Repairs = value.Repairs | Repairs.CutOffClosed } : value);
                }
                else if (!isCut)
                {
                    return ReadAnswer.None(NotJson);
                }
            }

            start = Next(text, Math.Max(reader.Position, start + 1));
        }

        return found.Count == 0 && !isCut ? InFence(text) ?? ReadAnswer.None(NotJson) : Choose(found, isCut, accepts);
    }

    private static ReadAnswer Choose(List<ReadAnswer> found, bool isCut, Func<JsonElement, bool>? accepts)
    {
        // What is missing of an answer that was cut off only a schema can tell.
        var known = isCut && accepts is null ? [] : found;
        var wanted = known.Where(answer => accepts?.Invoke(answer.Value) ?? true).ToList();
        if (wanted.Exists(answer => !JsonValues.AreEqual(answer.Value, wanted[0].Value)))
        {
            return ReadAnswer.None("the answer holds several JSON values that could be meant");
        }

        var isWhole = !isCut || wanted.Exists(answer => answer.Repairs.HasFlag(Repairs.CutOffClosed));
        return isWhole && wanted.Count > 0 ? wanted[0]
            : isCut ? ReadAnswer.None($"{NotJson}: it was cut off")
            : known.Count > 0 ? known.MaxBy(answer => answer.Value.GetRawText().Length)
            : ReadAnswer.None(NotJson);
    }

    private static ReadAnswer? Whole(string text, Repairs more = Repairs.None)
    {
        var reader = new LenientReader(text);
        return reader.Read(0) == LenientEnd.Whole && reader.IsAtLast() ? Value(reader.Json, reader.Repairs | more) : null;
    }

    // A value that is neither an object nor a list can be told from prose by its fence alone.
    private static ReadAnswer? InFence(string text)
    {
        var open = text.IndexOf(Fence, StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(Fence, open + Fence.Length, StringComparison.Ordinal);
        if (close < 0 || text.IndexOf(Fence, close + Fence.Length, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var block = text[(open + Fence.Length)..close];
        var line = block.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? null : Whole(block[line..], Repairs.FenceRemoved);
    }

    private static Repairs Around(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var word = before.TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        return word.EndsWith(Fence, StringComparison.Ordinal) ? Repairs.FenceRemoved
            : before.Length > 0 || !text.AsSpan(end).IsWhiteSpace() ? Repairs.TextRemoved
            : Repairs.None;
    }

    private static int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny('{', '[') is >= 0 and var at ? from + at : -1;

    private static ReadAnswer? Value(string? json, Repairs repairs) =>
        json is not null && JsonValues.TryParse(json, out var value, out _) ? ReadAnswer.Found(value, repairs) : null;
}
