using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary>A sub-command.</summary>
internal interface ICommand
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it does, in a few words.</summary>
    string Summary { get; }

    /// <summary>Begins on another thread what the command will need, so that it is there when it is asked for.</summary>
    void Prepare()
    {
    }

    /// <summary>Adds its arguments and options, and says what it executes.</summary>
    void Configure(CommandLineApplication command, CliContext context);
}
