using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary>Arguments that name runs.</summary>
internal static class RunArguments
{
    /// <summary>The argument that names one run.</summary>
    public static CommandArgument RunArgument(this CommandLineApplication command) =>
        command.Argument("RUN", "the run's id, the beginning of it, or latest").IsRequired(false, "name the run: its id, the beginning of it, or latest");
}
