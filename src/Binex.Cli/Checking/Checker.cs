using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Models.Providers;
using Binex.Validation;
using Binex.Validation.Configuration;
using Binex.Validation.Files;

namespace Binex.Cli.Checking;

/// <summary>Checks workflows and configurations.</summary>
internal sealed class Checker(CliContext context, Project project)
{
    private readonly LoadOptions _options = OptionsOf(context, project);

    /// <summary>Checks a text that is in no file, or not yet.</summary>
    /// <param name="name">Path for messages, from which files beside it are found.</param>
    /// <param name="text">The text.</param>
    public CheckResult CheckText(string name, string text) => CheckText(new CheckedFile(context.FullPath(name), name.Replace('\\', '/'), IsCertain: true), text);

    /// <summary>Checks a text that a file is to hold.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">The text.</param>
    public CheckResult CheckText(CheckedFile file, string text)
    {
        var folder = Path.GetDirectoryName(file.Full)!;
        return ConfigurationFile.IsNamed(file.Full)
            ? ResultOf(file, ConfigurationLoader.LoadText(file.Shown, text, folder))
            : ResultOf(file, WorkflowLoader.LoadText(file.Shown, text, _options with { Files = new DiskWorkflowFiles(folder) }));
    }

    /// <summary>Checks files, several at once.</summary>
    /// <returns>A result for each file, in their order; null for one that was only found in a folder and is no workflow.</returns>
    public CheckResult?[] Check(IReadOnlyList<CheckedFile> files)
    {
        var results = new CheckResult?[files.Count];
        if (files.Count == 1)
        {
            results[0] = Check(files[0]);
        }
        else
        {
            CheckAtOnce(files, results);
        }

        return results;
    }

    // On its own, so that a single file is checked without loading what runs things at once.
    private void CheckAtOnce(IReadOnlyList<CheckedFile> files, CheckResult?[] results)
    {
        var parallel = new ParallelOptions { CancellationToken = context.Cancelled, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, files.Count, parallel, index => results[index] = Check(files[index]));
    }

    // Only here is everything known that can be known before a run; a run asks what it needs itself.
    private static LoadOptions OptionsOf(CliContext context, Project project)
    {
        var models = new RunModels(context, project.Configuration, project.StorePath());
        return new LoadOptions
        {
            Prices = models.Prices,
            TokenBounds = models.TokenBounds,
            Today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime),
            KeyVariable = model => ProviderKeys.VariableOf(model, models.Prices, project.Configuration.Providers, context.Environment),
            Environment = context.Environment,
            Project = project.Configuration,
        };
    }

    private CheckResult? Check(CheckedFile file)
    {
        if (ConfigurationFile.IsNamed(file.Full))
        {
            return ResultOf(file, file.Full == project.File ? project.Read! : ConfigurationLoader.Load(file.Full, file.Shown));
        }

        var loaded = WorkflowLoader.Load(file.Full, file.Shown, _options);
        return file.IsCertain || loaded.IsWorkflow ? ResultOf(file, loaded) : null;
    }

    private static CheckResult ResultOf(CheckedFile file, LoadResult loaded) => new(file.Shown, loaded.Diagnostics, loaded.Sources) { AttachedFiles = loaded.AttachedFiles };

    private static CheckResult ResultOf(CheckedFile file, ConfigurationResult read) => new(file.Shown, read.Diagnostics, read.Sources);
}
