using System.Globalization;
using System.Text;

namespace Binex.Core.Expressions;

/// <summary>Reads one reference: <c>${name.name[0]:-default}</c>.</summary>
internal static class ReferenceParser
{
    private const int DeepestPath = 64;

    /// <summary>Reads the reference that begins at an offset.</summary>
    /// <param name="text">The text around it.</param>
    /// <param name="offset">Where <c>${</c> stands.</param>
    /// <param name="end">Offset after the closing brace, or after what could be read.</param>
    /// <param name="error">The mistake, when null is returned.</param>
    public static Reference? Parse(string text, int offset, out int end, out SyntaxError? error)
    {
        var close = text.IndexOf('}', offset);
        if (close < 0)
        {
            end = text.Length;
            error = new SyntaxError(offset, end - offset, "the reference is not closed: '}' is missing")
            {
                Hint = "write '$${' for a literal '${'",
            };
            return null;
        }

        end = close + 1;
        var body = text[(offset + 2)..close];
        var split = body.IndexOf(":-", StringComparison.Ordinal);
        var fallback = split < 0 ? null : body[(split + 2)..];
        var parts = SplitPath((split < 0 ? body : body[..split]).Trim(), out var problem);
        var reference = parts is null ? null : Build(parts, ref problem);
        error = reference is null
            ? new SyntaxError(offset, end - offset, $"'{Excerpt.Of(text.AsSpan(offset, end - offset))}' is not a reference: {problem}") { Hint = "write '$${' for a literal '${'" }
            : null;
        return reference is null ? null : reference with { Default = fallback, Offset = offset, Length = end - offset };
    }

    private static Reference? Build(List<PathSegment> parts, ref string problem)
    {
        var root = parts[0].Name;
        var rest = parts.GetRange(1, parts.Count - 1);
        switch (root)
        {
            case null:
                problem = "it must begin with a name";
                return null;
            case "item" or "index" or "iteration":
                return new Reference(Enum.Parse<ReferenceRoot>(root, ignoreCase: true), "") { Path = rest };
        }

        if (rest.Count == 0 || rest[0].Name is not { } second)
        {
            problem = $"'{root}' alone says nothing; it needs a dot and a name, such as '{root}.output'";
            return null;
        }

        rest.RemoveAt(0);
        return root switch
        {
            "user" => new Reference(ReferenceRoot.User, second) { Path = rest },
            "env" => new Reference(ReferenceRoot.Env, second) { Path = rest },
            "run" => new Reference(ReferenceRoot.Run, second) { Path = rest },
            "budget" => new Reference(ReferenceRoot.Budget, second) { Path = rest },
            _ when second == "status" && rest.Count == 0 => new Reference(ReferenceRoot.Status, root),
            _ => new Reference(ReferenceRoot.Output, root) { Output = second, Path = rest },
        };
    }

    private static List<PathSegment>? SplitPath(string body, out string problem)
    {
        problem = "it is empty";
        var parts = new List<PathSegment>();
        for (var i = 0; i < body.Length;)
        {
            if (body[i] == '[' && parts.Count > 0)
            {
                var close = body.IndexOf(']', i);
                if (close < 0 || !int.TryParse(body.AsSpan(i + 1, close - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    problem = "an index is a number in brackets, such as [0]";
                    return null;
                }

                parts.Add(new PathSegment(null, index));
                i = close + 1;
            }
            else
            {
                if (parts.Count > 0 && body[i++] != '.')
                {
                    problem = $"'{CharacterAt(body, i - 1)}' is not allowed here";
                    return null;
                }

                var start = i;
                while (i < body.Length && IsNameCharacter(body[i]))
                {
                    i++;
                }

                if (i == start)
                {
                    problem = i < body.Length ? $"'{CharacterAt(body, i)}' is not allowed in a name" : "a name is missing after the dot";
                    return null;
                }

                parts.Add(new PathSegment(body[start..i], 0));
            }

            if (parts.Count > DeepestPath)
            {
                problem = $"it goes deeper than {DeepestPath} steps";
                return null;
            }
        }

        return parts.Count == 0 ? null : parts;
    }

    // Whole, when it is made of two units.
    private static string CharacterAt(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var character) ? character.ToString() : "\ufffd";

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
