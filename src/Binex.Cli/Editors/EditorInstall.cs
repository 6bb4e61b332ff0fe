using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Validation.Configuration;
using Binex.Validation.Files;

namespace Binex.Cli.Editors;

/// <summary>
/// Sets a project up for editors: the schemas in a folder of the project, so that they are there without a network; the settings of
/// VS Code; and the comment that other editors look for, in the workflows that are named. Nothing is written before all is known to be possible.
/// </summary>
/// <param name="context">The process's surroundings.</param>
/// <param name="project">The project; without a <c>binex.yaml</c>, the working folder is its root.</param>
internal sealed class EditorInstall(CliContext context, Project project)
{
    /// <summary>The folder of the schemas, from the project's root. It lies with the settings that name it, so that both are shared or neither.</summary>
    public const string Folder = ".vscode/binex/v1";

    private const int LargestBytes = 4 * 1024 * 1024;

    private readonly string _root = Path.GetDirectoryName(project.File) ?? context.WorkingFolder;

    // The schemas of files that people write, with the files that have them.
    private readonly (string Schema, IReadOnlyList<string> Files)[] _written =
    [
        ("workflow", project.Configuration.Workflows is { Count: > 0 } own ? own : ["workflows/**/*.yaml", "workflows/**/*.yml"]),
        ("config", [ConfigurationFile.Name]),
    ];

    private CliProblem? _problem;

    /// <summary>What must be written.</summary>
    /// <param name="workflows">Files that get the comment.</param>
    /// <param name="problem">Why nothing can be done; null when it can.</param>
    public IReadOnlyList<InstalledFile> Prepare(IReadOnlyList<string> workflows, out CliProblem? problem)
    {
        var files = new List<InstalledFile>();
        foreach (var (schema, _) in _written)
        {
            var path = InRoot($"{Folder}/{schema}{PublishedSchemas.Suffix}");
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
        var path = InRoot(".vscode/settings.json");
        var before = Read(path, isNeeded: false);
        var after = before ?? "";
        foreach (var (schema, files) in _written)
        {
            after = EditorSettings.Add(after, $"./{Folder}/{schema}{PublishedSchemas.Suffix}", files, out var wrong);
            _problem ??= wrong is null ? null : new CliProblem(
                ExitCodes.NothingRun, $"{path} cannot be added to: {wrong}", "mend it and try again; nothing was written");
        }

        return new InstalledFile(path, before, after);
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
        var schema = Path.GetRelativePath(folder, Path.Combine(_root, Folder, $"workflow{PublishedSchemas.Suffix}")).Replace('\\', '/');
        var named = Modeline.Find(before);
        var note = named is null || named == schema ? null : $"it names the schema {named} already";
        return new InstalledFile(path.Replace('\\', '/'), before, Modeline.Write(before, schema), note);
    }

    // As a path from the working folder, which is what messages show.
    private string InRoot(string path) => Path.GetRelativePath(context.WorkingFolder, Path.Combine(_root, path)).Replace('\\', '/');

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
