namespace Binex.Validation.Globs;

/// <summary>A pattern for one name of a path, as shells and git know it: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>\x</c>.</summary>
internal sealed class NamePattern
{
    // Two files that differ only in case are one file there, and git's own default follows the file system.
    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    private readonly List<NameToken> _tokens = [];

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern, without slashes.</param>
    public NamePattern(string text)
    {
        for (var i = 0; i < text.Length && IsPossible;)
        {
            i = Read(text, i);
        }
    }

    /// <summary>Whether it can match anything: not where a bracket is not closed or a backslash stands at its end.</summary>
    public bool IsPossible { get; private set; } = true;

    /// <summary>Whether a name fits. Takes at most the product of both lengths.</summary>
    public bool Matches(ReadOnlySpan<char> name)
    {
        var (token, at, star, resume) = (0, 0, -1, 0);
        while (IsPossible)
        {
            if (at == name.Length && _tokens.FindIndex(token, rest => !rest.IsMany) < 0)
            {
                return true;
            }

            if (token < _tokens.Count && _tokens[token].IsMany)
            {
                (star, resume) = (token++, at);
            }
            else if (at < name.Length && token < _tokens.Count && _tokens[token].Matches(name[at], IgnoresCase))
            {
                (token, at) = (token + 1, at + 1);
            }
            else if (star >= 0 && resume < name.Length)
            {
                (token, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    private int Read(string text, int at)
    {
        switch (text[at])
        {
            case '*':
                _tokens.Add(NameToken.Many);
                return at + 1;
            case '?':
                _tokens.Add(NameToken.One);
                return at + 1;
            case '[':
                return ReadSet(text, at + 1);
            case '\\' when at + 1 == text.Length:
                IsPossible = false;
                return text.Length;
            case '\\':
                _tokens.Add(NameToken.Of(text[at + 1]));
                return at + 2;
            default:
                _tokens.Add(NameToken.Of(text[at]));
                return at + 1;
        }
    }

    private int ReadSet(string text, int at)
    {
        var isNegated = at < text.Length && text[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var set = new CharacterSet(isNegated);
        for (var isFirst = true; at < text.Length; isFirst = false)
        {
            if (text[at] == ']' && !isFirst)
            {
                _tokens.Add(NameToken.Of(set));
                return at + 1;
            }

            at = set.Read(text, at);
        }

        IsPossible = false;
        return text.Length;
    }
}
