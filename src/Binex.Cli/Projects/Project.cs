using Binex.Cli.Output;
using Binex.Core.Configuration;
using Binex.Core.Runs;
using Binex.Validation.Configuration;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Projects;

/// <summary>The project in which a command was given: what its <c>binex.yaml</c> says, or nothing where it has none.</summary>
internal sealed class Project
{
    /// <summary>The folder in which runs are kept where nobody says otherwise; from the working folder.</summary>
    public const string DefaultStore = ".binex";

    private readonly CliContext _context;

    private Project(CliContext context, string? file)
    {
        _context = context;
        File = file;
        Shown = file is null ? null : Path.GetRelativePath(context.WorkingFolder, file).Replace('\\', '/');
        Read = file is null ? null : ConfigurationLoader.Load(file, Shown!);
    }

    /// <summary>Full path of the file; null where there is none.</summary>
    public string? File { get; }

    /// <summary>Path of the file for messages; null where there is none.</summary>
    public string? Shown { get; }

    /// <summary>What came of reading the file; null where there is none.</summary>
    public ConfigurationResult? Read { get; }

    /// <summary>What the file says.</summary>
    public ProjectConfiguration Configuration => Read?.Configuration ?? Nothing;

    private static ProjectConfiguration Nothing { get; } = new();

    /// <summary>The project that the working folder belongs to.</summary>
    public static Project Find(CliContext context) => new(context, ConfigurationFile.Find(context.WorkingFolder));

    /// <summary>The folder in which runs are kept: as <c>--store</c> says, else <c>BINEX_STORE</c>, else the file.</summary>
    public string StorePath(CommandOption store) => _context.FullPath(store.Value() ?? _context.Environment("BINEX_STORE") ?? ConfiguredStore);

    /// <summary>The folder in which runs are kept where neither an option nor the environment says so.</summary>
    public string ConfiguredStore => Configuration.Store is { } written ? Path.GetFullPath(written, Configuration.Folder!) : DefaultStore;

    /// <summary>Prints what is wrong with the file; the exit code says that nothing was run.</summary>
    public int Refuse(Printer printer) => printer.Refuse(
        new CliProblem(ExitCodes.NothingRun, $"the configuration {Shown} is not valid, so nothing was run"), Read!.Diagnostics, Read.Sources);
}
