using Binex.Cli.Consoles;
using Binex.Reports;

namespace Binex.Cli;

/// <summary>What the process gives to every command.</summary>
/// <param name="Console">The console.</param>
/// <param name="Environment">Reads an environment variable.</param>
/// <param name="WorkingFolder">The folder in which the command was given.</param>
/// <param name="Time">The clock.</param>
internal sealed record CliContext(
    ICliConsole Console, Func<string, string?> Environment, string WorkingFolder, TimeProvider Time)
{
    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancelled => Console.Interrupted;

    /// <summary>Whether the command line wants no colours and nothing that moves.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether colours and moving things are wanted on stderr.</summary>
    public bool IsLively => Console.IsErrorTerminal && AllowsColours;

    /// <summary>Whether colours are wanted on stdout.</summary>
    public bool HasColours => Console.IsOutTerminal && AllowsColours;

    /// <summary>Columns for what goes to stdout: those of the terminal, or where it is none as many as anybody reads.</summary>
    public int OutColumns => Console.IsOutTerminal ? Console.Width : TextReport.Columns;

    private bool AllowsColours => !IsPlain && !IsSet("NO_COLOR") && !IsSet("CI") && Environment("TERM") != "dumb";

    /// <summary>A path as the user means it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, WorkingFolder);

    private bool IsSet(string variable) => !string.IsNullOrEmpty(Environment(variable));
}
