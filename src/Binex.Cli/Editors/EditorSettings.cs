using System.Text;
using System.Text.Json;

namespace Binex.Cli.Editors;

/// <summary>The settings of VS Code that say which files have which schema.</summary>
internal static class EditorSettings
{
    private const string Key = "yaml.schemas";

    /// <summary>Adds a schema. Whatever else is written stays as it is, comments too; a schema that is there already is not touched.</summary>
    /// <param name="settings">The text of the settings; blank for a file that is new.</param>
    /// <param name="schema">Path of the schema.</param>
    /// <param name="files">Patterns of the files.</param>
    /// <param name="problem">What is wrong with the settings; null when the schema was added.</param>
    /// <returns>The new text.</returns>
    public static string Add(string settings, string schema, IEnumerable<string> files, out string? problem)
    {
        problem = null;
        var json = Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(settings) ? "{}\n" : settings);
        try
        {
            if (JsoncObject.Read(json) is not { } root)
            {
                problem = "it holds something else than an object";
                return settings;
            }

            if (!root.Has(Key))
            {
                json = root.With(Key, "{}");
                root = JsoncObject.Read(json)!;
            }

            if (root.Child(Key) is not { } schemas)
            {
                problem = $"the value of \"{Key}\" is no object";
                return settings;
            }

            var patterns = $"[{string.Join(", ", files.Select(file => $"\"{JsonEncodedText.Encode(file)}\""))}]";
            return schemas.Has(schema) ? settings : Encoding.UTF8.GetString(schemas.With(schema, patterns));
        }
        catch (JsonException error)
        {
            problem = $"line {error.LineNumber + 1} cannot be read as JSON with comments";
            return settings;
        }
    }
}
