using System.Diagnostics.CodeAnalysis;
using Binex.Core.Json;

namespace Binex.Core.Expressions.Values;

/// <summary>The functions there are.</summary>
internal static class ExpressionFunctions
{
    private static readonly ExpressionFunction[] All =
    [
        new("length", Length),
        new("lower", value => OfText(value, text => text.ToLowerInvariant())),
        new("upper", value => OfText(value, text => text.ToUpperInvariant())),
        new("trim", value => OfText(value, text => text.Trim())),
        new("json", Json),
        new("exists", value => ExpressionValue.Of(value.Kind is not (ExpressionValueKind.Null or ExpressionValueKind.Failure))) { TakesFailures = true },
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(function => function.Name)];

    /// <summary>Finds a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="function">The function.</param>
    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out ExpressionFunction? function)
    {
        foreach (var candidate in All)
        {
            if (name.SequenceEqual(candidate.Name))
            {
                function = candidate;
                return true;
            }
        }

        function = null;
        return false;
    }

    // A text's length is counted in Unicode scalar values, so that an emoji is one; a number or a boolean is as long as its text.
    private static ExpressionValue Length(ExpressionValue value)
    {
        if (value.Kind == ExpressionValueKind.Null)
        {
            return ExpressionValue.Of(0m);
        }

        if (value.Kind == ExpressionValueKind.Structure)
        {
            return ExpressionValue.Of((decimal)(value.IsList ? value.Json.GetArrayLength() : value.Json.GetPropertyCount()));
        }

        var count = 0;
        foreach (var _ in value.Text.EnumerateRunes())
        {
            count++;
        }

        return ExpressionValue.Of((decimal)count);
    }

    private static ExpressionValue OfText(ExpressionValue value, Func<string, string> change) =>
        value.Kind == ExpressionValueKind.Null ? value : ExpressionValue.Of(change(value.Text));

    private static ExpressionValue Json(ExpressionValue value)
    {
        if (value.Kind != ExpressionValueKind.Text)
        {
            return value;
        }

        return JsonValues.TryParse(value.Text, out var parsed, out var problem)
            ? ExpressionValue.Of(parsed)
            : ExpressionValue.Failure($"json() was given a text that is not JSON: {problem}");
    }
}
