using Binex.Cli.Projects;
using Binex.Core.Runs;
using Binex.Validation.Configuration;
using Binex.Validation.Globs;

namespace Binex.Cli.Checking;

/// <summary>Finds the files that <c>validate</c> is asked to check, each once, in the order in which they are named.</summary>
internal sealed class CheckedFiles(CliContext context)
{
    private readonly List<CheckedFile> _files = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The files so far.</summary>
    public IReadOnlyList<CheckedFile> All => _files;

    /// <summary>Whether nothing was named by itself, so that all workflows beside each other are checked.</summary>
    public bool AreWholeFolders { get; private set; } = true;

    /// <summary>Adds what an argument names: a file, a folder or a pattern.</summary>
    /// <returns>The problem; null when there is none.</returns>
    public CliProblem? Add(string argument)
    {
        if (argument.Length == 0)
        {
            return Problem("a path is empty");
        }

        var full = context.FullPath(argument);
        if (Directory.Exists(full))
        {
            var found = FileSearch.Yaml(full);
            Add(found, full, argument, isCertain: false);
            return found.Count > 0 ? null : Problem($"the folder {argument} has no .yaml or .yml files{LeftOut}");
        }

        AreWholeFolders = false;
        if (File.Exists(full) || !FileSearch.IsPattern(argument))
        {
            Add(full, argument.Replace('\\', '/'), isCertain: true);
            return null;
        }

        var matching = FileSearch.Matching(context.WorkingFolder, argument);
        Add(matching, context.WorkingFolder, Path.IsPathRooted(argument) ? context.WorkingFolder : "", isCertain: true);
        return matching.Count > 0 ? null : Problem($"no file matches '{argument}'{LeftOut}");
    }

    /// <summary>Adds the workflows of a project.</summary>
    /// <returns>The problem; null when there is none.</returns>
    public CliProblem? Add(Project project)
    {
        var patterns = project.Configuration.Workflows;
        if (patterns.Count == 0)
        {
            return project.Read is { HasErrors: true } ? null : new CliProblem(
                ExitCodes.NothingRun,
                project.Shown is { } shown ? $"name a workflow to check, because {shown} names none" : "name a workflow to check",
                $"dotnet binex validate FILE, a folder, '**/*.yaml' or --stdin; or 'workflows: [workflows/**/*.yaml]' in {ConfigurationFile.Name}");
        }

        var folder = project.Configuration.Folder!;
        foreach (var pattern in patterns)
        {
            Add(FileSearch.Matching(folder, pattern), context.WorkingFolder, "", isCertain: true);
        }

        return _files.Count > 0 ? null : Problem($"no file matches the patterns of 'workflows' in {project.Shown} ({string.Join(", ", patterns)}){LeftOut}");
    }

    private static string LeftOut => "; what git ignores and names that begin with a dot are left out";

    private static CliProblem Problem(string message) => new(ExitCodes.NothingRun, message);

    private void Add(IReadOnlyList<string> found, string from, string shownFrom, bool isCertain)
    {
        foreach (var full in found)
        {
            Add(full, Path.Combine(shownFrom, Path.GetRelativePath(from, full)).Replace('\\', '/'), isCertain);
        }
    }

    private void Add(string full, string shown, bool isCertain)
    {
        if (_known.Add(full))
        {
            _files.Add(new CheckedFile(full, shown, isCertain));
        }
    }
}
