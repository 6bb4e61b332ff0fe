using Binex.Validation.Documents;
using Binex.Validation.Files;

namespace Binex.Validation.Globs;

/// <summary>The rules of a <c>.gitignore</c>.</summary>
internal sealed class IgnoreFile
{
    /// <summary>The name of such files.</summary>
    public const string Name = ".gitignore";

    private readonly List<IgnoreRule> _rules;
    private readonly int _depth;

    private IgnoreFile(List<IgnoreRule> rules, int depth)
    {
        _rules = rules;
        _depth = depth;
    }

    /// <summary>Reads the file in a folder; null where there is none with rules, or none that can be read.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="depth">How many names lead to the folder from where paths start.</param>
    public static IgnoreFile? Read(string folder, int depth)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) && TextFileReader.Read(path, Name, DocumentLimits.MaxBytes) is { IsRead: true } reading ? Parse(reading.Text, depth) : null;
    }

    /// <summary>Reads the text of such a file; null where it has no rules.</summary>
    internal static IgnoreFile? Parse(string text, int depth)
    {
        // From the last to the first: the first one that is about a path decides.
        var rules = text.Split('\n').Select(line => IgnoreRule.Parse(line.EndsWith('\r') ? line[..^1] : line)).OfType<IgnoreRule>().Reverse().ToList();
        return rules.Count == 0 ? null : new IgnoreFile(rules, depth);
    }

    /// <summary>Whether a file or folder is ignored; null where no rule is about it.</summary>
    /// <param name="path">Its names, from where paths start.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool? Ignores(ReadOnlySpan<string> path, bool isFolder)
    {
        foreach (var rule in _rules)
        {
            if (rule.IsAbout(path[_depth..], isFolder))
            {
                return !rule.IsNegated;
            }
        }

        return null;
    }
}
