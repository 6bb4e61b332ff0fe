namespace Binex.Validation.Globs;

/// <summary>A part of a <see cref="NamePattern"/>: a character, one of a set, any one, or any number of any.</summary>
internal sealed class NameToken
{
    private readonly char? _character;
    private readonly CharacterSet? _set;

    private NameToken(char? character, CharacterSet? set, bool isMany)
    {
        _character = character;
        _set = set;
        IsMany = isMany;
    }

    /// <summary>Any number of any characters.</summary>
    public static NameToken Many { get; } = new(null, null, true);

    /// <summary>Any character.</summary>
    public static NameToken One { get; } = new(null, null, false);

    /// <summary>Whether it stands for any number of characters.</summary>
    public bool IsMany { get; }

    /// <summary>A character.</summary>
    public static NameToken Of(char character) => new(character, null, false);

    /// <summary>A character of a set.</summary>
    public static NameToken Of(CharacterSet set) => new(null, set, false);

    /// <summary>Whether it stands for a character.</summary>
    public bool Matches(char character, bool ignoresCase)
    {
        if (_set is not null)
        {
            return _set.Contains(character) || (ignoresCase && (_set.Contains(char.ToLowerInvariant(character)) || _set.Contains(char.ToUpperInvariant(character))));
        }

        return _character is not { } wanted || wanted == character
            || (ignoresCase && char.ToLowerInvariant(wanted) == char.ToLowerInvariant(character));
    }
}
