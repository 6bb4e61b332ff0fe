using System.Globalization;
using System.Text;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Patterns;

/// <summary>
/// Translates the regular expressions of ECMA-262 to those of .NET: code points instead of UTF-16 units, \d, \w and \s as ECMA-262 defines
/// them, $ at the very end only, and nothing that only .NET knows. It is lenient where browsers are: a lone brace or bracket is itself.
/// Word boundaries are those of .NET, which count letters beyond ASCII in.
/// </summary>
internal sealed class EcmaTranslator
{
    private const int DeepestGroup = 100;

    private readonly PatternReader _reader;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly int _maxSize;
    private int _groups;
    private bool _needsBacktracking;

    private EcmaTranslator(string source, int maxSize)
    {
        _reader = new PatternReader(source);
        _maxSize = maxSize;
    }

    /// <summary>Translates a pattern.</summary>
    /// <param name="source">The pattern, without slashes around it.</param>
    /// <param name="maxSize">How many characters and classes it may have with its repetitions written out.</param>
    public static EcmaTranslation Translate(string source, int maxSize)
    {
        var translator = new EcmaTranslator(source, maxSize);
        translator.ReadAlternatives(0);
        if (!translator._reader.IsAtEnd)
        {
            translator._reader.Fail("has a ) without a (");
        }

        return new EcmaTranslation(translator._output.ToString(), translator._needsBacktracking, translator._reader.Problem);
    }

    // The readers answer the size of what they have read, repetitions written out.
    private long ReadAlternatives(int depth)
    {
        if (depth > DeepestGroup)
        {
            _reader.Fail($"has groups more than {DeepestGroup} deep");
        }

        var size = ReadSequence(depth);
        while (_reader.TryTake('|'))
        {
            _output.Append('|');
            size += ReadSequence(depth);
        }

        return size;
    }

    private long ReadSequence(int depth)
    {
        long size = 0;
        while (!_reader.IsAtEnd && _reader.Next is not ('|' or ')'))
        {
            size += ReadTerm(depth);
            if (size > _maxSize)
            {
                _reader.Fail($"is too large: with its repetitions written out it has more than {_maxSize} parts");
            }
        }

        return size;
    }

    private long ReadTerm(int depth)
    {
        if (_reader.TryTake('^'))
        {
            _output.Append('^');
            return 0;
        }

        if (_reader.TryTake('$'))
        {
            _output.Append(@"\z");
            return 0;
        }

        if (Array.Find([@"\b", @"\B"], _reader.TryTake) is { } boundary)
        {
            _output.Append(boundary);
            return 0;
        }

        var size = _reader.TryTake('(') ? ReadGroup(depth) : ReadAtom();
        return size * ReadQuantifier();
    }

    private long ReadGroup(int depth)
    {
        if (_reader.TryTake("?:"))
        {
            _output.Append("(?:");
        }
        else if (TakeLookaround() is { } lookaround)
        {
            _output.Append('(').Append(lookaround);
            _needsBacktracking = true;
        }
        else
        {
            // Named groups become numbered ones: .NET would number them after all others.
            _groups++;
            if (_reader.TryTake("?<"))
            {
                ReadGroupName();
            }

            _output.Append('(');
            if (_reader.Next == '?')
            {
                _reader.Fail("has a group (? of a kind that ECMAScript does not know");
            }
        }

        var size = ReadAlternatives(depth + 1);
        if (!_reader.TryTake(')'))
        {
            _reader.Fail("has a ( without a )");
        }

        _output.Append(')');
        return Math.Max(size, 1);
    }

    private string? TakeLookaround() => Array.Find(["?=", "?!", "?<=", "?<!"], _reader.TryTake);

    private void ReadGroupName()
    {
        var name = _reader.TakeUntil('>');
        if (name is not { Length: > 0 } || char.IsAsciiDigit(name[0]) || !name.All(IsNameSymbol))
        {
            _reader.Fail("has a group (?<…> without a proper name");
        }
        else if (!_names.TryAdd(name, _groups))
        {
            _reader.Fail($"has two groups of the name {Wording.Quote(name)}");
        }
    }

    private static bool IsNameSymbol(char symbol) => char.IsLetterOrDigit(symbol) || symbol is '_' or '$';

    private long ReadAtom()
    {
        if (_reader.TryTake('.'))
        {
            CodePointSet.LineEnds.Write(_output, negated: true);
        }
        else if (_reader.TryTake('['))
        {
            ClassReader.Read(_reader, _output);
        }
        else if (_reader.TryTake('\\'))
        {
            ReadEscape();
        }
        else if (_reader.Next is '*' or '+' or '?' || QuantifierReader.IsNext(_reader))
        {
            _reader.Fail($"has a {_reader.Next} with nothing before it to repeat");
        }
        else
        {
            WriteLiteral(_reader.TakeCodePoint());
        }

        return 1;
    }

    private void ReadEscape()
    {
        if (EscapeReader.ReadSet(_reader) is { } set)
        {
            set.Write(_output, negated: false);
        }
        else if (_reader.TryTake("k<"))
        {
            WriteBackreference(_names.GetValueOrDefault(_reader.TakeUntil('>') ?? ""));
        }
        else if (_reader.Next is >= '1' and <= '9')
        {
            WriteBackreference(_reader.TakeNumber() ?? 0);
        }
        else
        {
            WriteLiteral(EscapeReader.ReadCharacter(_reader));
        }
    }

    // A group that has not matched yet is empty in ECMAScript, while .NET would fail there: hence the condition.
    private void WriteBackreference(int group)
    {
        if (group < 1 || group > _groups)
        {
            _reader.Fail("refers back to a group that is not there");
        }

        _needsBacktracking = true;
        _output.Append(CultureInfo.InvariantCulture, $@"(?({group})\{group})");
    }

    private void WriteLiteral(int codePoint)
    {
        if (codePoint < 128 && char.IsAsciiLetterOrDigit((char)codePoint))
        {
            _output.Append((char)codePoint);
            return;
        }

        var literal = new CodePointSet();
        literal.Add(codePoint, codePoint);
        literal.Write(_output, negated: false);
    }

    private long ReadQuantifier()
    {
        var most = QuantifierReader.Read(_reader, _output);
        if (most is not null && _reader.TryTake('?'))
        {
            _output.Append('?');
        }

        return most ?? 1;
    }
}
