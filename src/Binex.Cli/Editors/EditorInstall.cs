using Binex.Core.Runs;
using Binex.Validation.Files;

namespace Binex.Cli.Editors;

/// <summary>
/// Sets a project up for editors: the schemas in a folder of the project, so that they are there without a network; the settings of
/// VS Code; and the comment that other editors look for, in the workflows that are named. Nothing is written before all is known to be possible.
/// </summary>
internal sealed class EditorInstall(CliContext context)
{
    /// <summary>The folder of the schemas, from the working folder. It lies with the settings that name it, so that both are shared or neither.</summary>
    public const string Folder = ".vscode/binex/v1";

    private const string SettingsPath = ".vscode/settings.json";
    private const int LargestBytes = 4 * 1024 * 1024;

    // The schemas of files that people write, with the files that have them where nothing else is known.
    private static readonly (string Schema, string[] Files)[] Written =
    [
        ("workflow", ["workflows/**/*.yaml", "workflows/**/*.yml"]),
    ];

    private CliProblem? _problem;

    /// <summary>What must be written.</summary>
    /// <param name="workflows">Files that get the comment.</param>
    /// <param name="problem">Why nothing can be done; null when it can.</param>
    public IReadOnlyList<InstalledFile> Prepare(IReadOnlyList<string> workflows, out CliProblem? problem)
    {
        var files = new List<InstalledFile>();
        foreach (var (schema, _) in Written)
        {
            var path = $"{Folder}/{schema}{PublishedSchemas.Suffix}";
            files.Add(new InstalledFile(path, Read(path, isNeeded: false), PublishedSchemas.Read(schema)));
        }

        files.Add(Settings());
        files.AddRange(workflows.Select(Workflow));
        problem = _problem;
        return files;
    }

    /// <summary>Writes what must be written.</summary>
    public void Write(IEnumerable<InstalledFile> files)
    {
        foreach (var file in files.Where(file => file.IsChanged))
        {
            var path = context.FullPath(file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.After);
        }
    }

    private InstalledFile Settings()
    {
        var before = Read(SettingsPath, isNeeded: false);
        var after = before ?? "";
        foreach (var (schema, files) in Written)
        {
            after = EditorSettings.Add(after, $"./{Folder}/{schema}{PublishedSchemas.Suffix}", files, out var wrong);
            _problem ??= wrong is null ? null : new CliProblem(
                ExitCodes.NothingRun, $"{SettingsPath} cannot be added to: {wrong}", "mend it and try again; nothing was written");
        }

        return new InstalledFile(SettingsPath, before, after);
    }

    private InstalledFile Workflow(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".yaml" or ".yml"))
        {
            _problem ??= new CliProblem(
                ExitCodes.NothingRun, $"'{path}' does not end in .yaml or .yml", "only YAML has the comment; nothing was written");
        }

        var before = Read(path, isNeeded: true) ?? "";
        var folder = Path.GetDirectoryName(context.FullPath(path))!;
        var schema = Path.GetRelativePath(folder, context.FullPath($"{Folder}/workflow{PublishedSchemas.Suffix}")).Replace('\\', '/');
        var named = Modeline.Find(before);
        var note = named is null || named == schema ? null : $"it names the schema {named} already";
        return new InstalledFile(path.Replace('\\', '/'), before, Modeline.Write(before, schema), note);
    }

    private string? Read(string path, bool isNeeded)
    {
        var reading = TextFileReader.Read(context.FullPath(path), path, LargestBytes);
        if (!reading.IsRead && (isNeeded || reading.Problem.Kind != FileProblemKind.Missing))
        {
            _problem ??= new CliProblem(ExitCodes.NothingRun, reading.Problem.Message, reading.Problem.Hint ?? "nothing was written");
        }

        return reading.Text;
    }
}
