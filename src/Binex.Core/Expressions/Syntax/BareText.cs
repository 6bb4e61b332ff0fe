using Binex.Core.Diagnostics;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>
/// Text without quotes on the right of <c>==</c> or <c>!=</c>, as in <c>${review.decision} == needs work</c>. It goes up to
/// <c>&amp;&amp;</c>, <c>||</c>, a parenthesis it did not open, one of <c>and or == !=</c> between blanks, or the end.
/// </summary>
internal static class BareText
{
    /// <summary>Where the bare text ends that begins at an offset, blanks at its end left out; the offset itself when none begins there.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="start">Where the right side begins.</param>
    public static int End(string text, int start)
    {
        if (!Begins(text, start))
        {
            return start;
        }

        var end = start;
        var open = 0;
        for (var i = start; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith("&&") || rest.StartsWith("||") || (rest[0] == ')' && open-- == 0))
            {
                break;
            }

            if (char.IsWhiteSpace(rest[0]))
            {
                if (IsOperator(rest[1..]))
                {
                    break;
                }

                i++;
                continue;
            }

            open += rest[0] == '(' ? 1 : 0;
            i += rest.StartsWith("$${") ? 3 : rest.StartsWith("${") ? ReferenceLength(rest) : 1;
            end = i;
        }

        return end;
    }

    private static bool Begins(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.IsEmpty || "'\"()[],!=".Contains(rest[0]) || rest.StartsWith("&&") || rest.StartsWith("||") || IsOperator(rest))
        {
            return false;
        }

        if (rest.StartsWith("${"))
        {
            // `${user.tag}-rc` is a text; `${user.tag} …` and `${user.tag})` are a reference and what follows it.
            var after = rest[ReferenceLength(rest)..];
            return !after.IsEmpty && (char.IsLetterOrDigit(after[0]) || "_-./:$#@%+".Contains(after[0]));
        }

        return !IsCall(rest[..WordLength(rest)], rest[WordLength(rest)..]);
    }

    // `length(…)` calls; `not (…)` and `not ${…}` negate; `Approved (final)` and `not approved` are text.
    private static bool IsCall(ReadOnlySpan<char> word, ReadOnlySpan<char> after) => word switch
    {
        "" => false,
        "not" => after.TrimStart() is ['(' or '$', ..],
        _ => after is ['(', ..] && (ExpressionFunctions.TryFind(word, out _) || Spelling.Nearest(word.ToString(), ExpressionFunctions.Names) is not null),
    };

    private static bool IsOperator(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("and") && EndsWord(rest[3..]))
        || (rest.StartsWith("or") && EndsWord(rest[2..]))
        || ((rest.StartsWith("==") || rest.StartsWith("!=")) && rest.Length > 2 && char.IsWhiteSpace(rest[2]));

    private static bool EndsWord(ReadOnlySpan<char> rest) => !rest.IsEmpty && (rest[0] == '(' || char.IsWhiteSpace(rest[0]));

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return length;
    }

    private static int ReferenceLength(ReadOnlySpan<char> rest) => rest.IndexOf('}') is >= 0 and var close ? close + 1 : rest.Length;
}
