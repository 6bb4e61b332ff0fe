using System.Text.Json;

namespace Binex.Engine.Tests.Answers;

/// <summary>An answer of the corpus, and what must become of it.</summary>
/// <param name="Name">Its file and title.</param>
/// <param name="Schema">What was asked for.</param>
/// <param name="Text">What the model said.</param>
/// <param name="Value">The value that it must give, as JSON; null when it must be refused.</param>
/// <param name="Repair">What is to be mended; null for nothing.</param>
/// <param name="Refused">How the reason for its refusal begins.</param>
public sealed record BrokenAnswer(string Name, JsonElement Schema, string Text, string? Value, string? Repair, string? Refused)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Answers", "Corpus");

    /// <summary>The whole corpus: titles begin with ==, lines of the answer with a bar.</summary>
    public static IReadOnlyList<BrokenAnswer> All { get; } = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    public override string ToString() => Name;

    private static IEnumerable<BrokenAnswer> Read(string path)
    {
        var schemas = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "schemas.json")));
        foreach (var block in File.ReadAllText(path).Split("== ").Skip(1))
        {
            var lines = block.Split('\n');
            yield return new BrokenAnswer(
                $"{Path.GetFileNameWithoutExtension(path)}: {lines[0]}",
                schemas.GetProperty(Field(lines, "schema: ")!),
                string.Join('\n', lines.Where(line => line.StartsWith('|')).Select(line => line[2..])),
                Field(lines, "value: "),
                Field(lines, "repair: "),
                Field(lines, "refused: "));
        }
    }

    private static string? Field(string[] lines, string name) =>
        lines.Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..]).SingleOrDefault();
}
