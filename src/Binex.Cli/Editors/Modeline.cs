using System.Text.RegularExpressions;

namespace Binex.Cli.Editors;

/// <summary>The comment at the top of a YAML file that tells an editor which schema it has.</summary>
internal static partial class Modeline
{
    /// <summary>Writes the comment into the text of a file, as its first line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">Path of the schema, from the file's folder.</param>
    /// <returns>The new text; the same text where it has such a comment already.</returns>
    public static string Write(string text, string schema)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return Find(text) is null ? $"# yaml-language-server: $schema={schema}{newLine}{text}" : text;
    }

    /// <summary>The schema that a text names in such a comment; null when it names none.</summary>
    public static string? Find(string text) => Written().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(?:[ \t]*(?:#.*)?\r?\n)*?#[ \t]+(?:yaml-language-server[ \t]*:.*\$schema=|\$schema:[ \t]*)(\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
