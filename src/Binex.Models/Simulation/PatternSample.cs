using System.Text;
using System.Text.RegularExpressions;

namespace Binex.Models.Simulation;

/// <summary>
/// Makes a string that matches a regular expression of the ordinary kind: literals, classes, groups, alternatives and repetitions.
/// Whatever else there is in an expression makes the sample fail its own check, and there is no sample.
/// </summary>
internal sealed class PatternSample
{
    private const int Deepest = 32;
    private const int Longest = 2_000;
    private const int MostTries = 8;
    private const int MostWork = 50_000;
    private const string Plain = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly string _pattern;
    private readonly Random _random;
    private readonly int _generosity;
    private int _at;
    private int _work;

    private PatternSample(string pattern, Random random, int generosity)
    {
        _pattern = pattern;
        _random = random;
        _generosity = generosity;
    }

    /// <summary>A string that matches; null when none was found.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="fewest">Least length.</param>
    /// <param name="most">Greatest length.</param>
    /// <param name="random">Decides which.</param>
    internal static string? Of(string pattern, int fewest, int most, Random random)
    {
        if (Compile(pattern) is not { } check)
        {
            return null;
        }

        for (var i = 0; i < MostTries; i++)
        {
            // Repetitions without an upper limit are taken as often as the least length asks for.
            var text = new PatternSample(pattern, random, i % 2 == 0 ? 3 : Math.Min(fewest, Longest)).Alternatives(0);
            if (text.Length >= fewest && text.Length <= most && check.IsMatch(text))
            {
                return text;
            }
        }

        return null;
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            // Not an expression, or one with look-around: such a schema gets a plain string.
            return null;
        }
    }

    private string Alternatives(int depth)
    {
        var options = new List<string> { Sequence(depth) };
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            options.Add(Sequence(depth));
        }

        return options[_random.Next(options.Count)];
    }

    private string Sequence(int depth)
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')') && depth < Deepest)
        {
            var start = _at;
            var piece = Atom(depth);
            var (least, greatest) = Repetition();
            var end = _at;
            var times = least + (greatest > least ? _random.Next(Math.Min(greatest - least, Math.Max(1, _generosity)) + 1) : 0);
            if (_generosity > 3 && greatest - least > 3)
            {
                times = Math.Min(greatest, Math.Max(least, _generosity));
            }

            for (var i = 0; i < times && text.Length < Longest && _work < MostWork; i++)
            {
                text.Append(piece);
                _at = start;
                piece = Atom(depth);
            }

            _at = end;
        }

        return text.ToString();
    }

    private string Atom(int depth)
    {
        _work++;
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return Letter(Plain);
            case '[':
                return Letter(Class());
            case '(':
                return Group(depth);
            case '\\' when _at < _pattern.Length:
                return Escape(_pattern[_at++]) is { } letters ? letters.Length == 0 ? "" : Letter(letters) : "";
            default:
                return c.ToString();
        }
    }

    private string Group(int depth)
    {
        if (_at + 1 < _pattern.Length && _pattern[_at] == '?')
        {
            var named = _pattern.IndexOf('>', _at);
            _at = _pattern[_at + 1] is ':' ? _at + 2 : named < 0 ? _pattern.Length : named + 1;
        }

        var text = Alternatives(depth + 1);
        while (_at < _pattern.Length && depth + 1 >= Deepest && _pattern[_at] != ')')
        {
            _at++;
        }

        _at = Math.Min(_pattern.Length, _at + 1);
        return text;
    }

    private string Class()
    {
        var negated = _at < _pattern.Length && _pattern[_at] == '^';
        _at += negated ? 1 : 0;
        var letters = new StringBuilder();
        for (var first = true; _at < _pattern.Length && (first || _pattern[_at] != ']'); first = false)
        {
            var c = _pattern[_at++];
            if (c == '\\' && _at < _pattern.Length)
            {
                letters.Append(Escape(_pattern[_at++]));
            }
            else if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1];
                _at += 2;
                for (var letter = (int)c; letter <= last && letters.Length < Longest; letter++)
                {
                    letters.Append((char)letter);
                }
            }
            else
            {
                letters.Append(c);
            }
        }

        _at = Math.Min(_pattern.Length, _at + 1);
        return negated ? string.Concat((Plain + " -_.").Where(letter => !letters.ToString().Contains(letter, StringComparison.Ordinal))) : letters.ToString();
    }

    private static string Escape(char c) => c switch
    {
        'd' => "0123456789",
        'w' => Plain,
        's' => " ",
        'S' or 'D' or 'p' or 'P' => "abcdefgh",
        'W' => "-",
        'n' => "\n",
        't' => "\t",
        'b' or 'B' or 'A' or 'z' or 'Z' => "",
        _ => c.ToString(),
    };

    private (int Least, int Greatest) Repetition()
    {
        if (_at >= _pattern.Length)
        {
            return (1, 1);
        }

        var (least, greatest) = _pattern[_at] switch { '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '?' => (0, 1), _ => (1, 1) };
        if (_pattern[_at] is '*' or '+' or '?')
        {
            _at++;
        }
        else if (_pattern[_at] == '{' && _pattern.IndexOf('}', _at) is var close && close > 0)
        {
            var limits = _pattern[(_at + 1)..close].Split(',');
            if (int.TryParse(limits[0], out least))
            {
                _at = close + 1;
                greatest = limits.Length == 1 ? least : int.TryParse(limits[1], out var top) ? top : int.MaxValue;
            }
            else
            {
                (least, greatest) = (1, 1);
            }
        }

        if (_at < _pattern.Length && _pattern[_at] is '?' or '+' && (least, greatest) != (1, 1))
        {
            _at++;
        }

        return (Math.Min(least, Longest), greatest);
    }

    private string Letter(string letters) => letters.Length == 0 ? "" : letters[_random.Next(letters.Length)].ToString();
}
