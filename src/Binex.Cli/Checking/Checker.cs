using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Validation;
using Binex.Validation.Configuration;

namespace Binex.Cli.Checking;

/// <summary>Checks workflows and configurations.</summary>
internal sealed class Checker(CliContext context, Project project)
{
    private readonly LoadOptions _options = new()
    {
        Prices = new RunModels(context, project.Configuration).Prices,
        Project = project.Configuration,
    };

    /// <summary>Checks a text that is in no file, or not yet.</summary>
    /// <param name="name">Path for messages, from which files beside it are found.</param>
    /// <param name="text">The text.</param>
    public CheckResult CheckText(string name, string text) => ConfigurationFile.IsNamed(name)
        ? ResultOf(ConfigurationLoader.LoadText(name, text, Path.GetDirectoryName(context.FullPath(name))!))
        : ResultOf(WorkflowLoader.LoadText(name, text, _options));

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
            var parallel = new ParallelOptions { CancellationToken = context.Cancelled, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, files.Count, parallel, index => results[index] = Check(files[index]));
        }

        return results;
    }

    private CheckResult? Check(CheckedFile file)
    {
        if (ConfigurationFile.IsNamed(file.Full))
        {
            return ResultOf(file.Full == project.File ? project.Read! : ConfigurationLoader.Load(file.Full, file.Shown));
        }

        var loaded = WorkflowLoader.Load(file.Full, file.Shown, _options);
        return file.IsCertain || loaded.IsWorkflow ? ResultOf(loaded) : null;
    }

    private static CheckResult ResultOf(LoadResult loaded) => new(loaded.Diagnostics, loaded.Sources);

    private static CheckResult ResultOf(ConfigurationResult read) => new(read.Diagnostics, read.Sources);
}
