using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>Checks workflows. Findings become errors and warnings of the build.</summary>
public sealed class ValidateWorkflows : BinexTask
{
    private const int ExitCodeOfFindings = 2;

    /// <summary>The workflows.</summary>
    [Required]
    public ITaskItem[] Workflows { get; set; } = [];

    /// <summary>Whether warnings fail the build.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <inheritdoc/>
    protected override bool WarningsAreErrors => TreatWarningsAsErrors;

    /// <inheritdoc/>
    protected override bool IsFailure => ExitCode != ExitCodeOfFindings;

    /// <inheritdoc/>
    protected override void AddArguments(CommandLineBuilder arguments)
    {
        arguments.AppendSwitch("validate");
        arguments.AppendFileNamesIfNotNull(Workflows, " ");

        // With warnings there is no depfile, so that they are said again in the next build and do not get lost.
        arguments.AppendSwitch("--warn-as-error");
    }
}
