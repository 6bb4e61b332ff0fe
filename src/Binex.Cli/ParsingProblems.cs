using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli;

/// <summary>Says in this program's words what the parser found wrong with a command line.</summary>
internal static class ParsingProblems
{
    /// <summary>What is wrong and what to do, for a command line that could not be read.</summary>
    public static CliProblem Of(CommandParsingException error)
    {
        var command = error.Command;
        var help = $"'{FullName(command)} -h' shows what it takes";
        var word = error.Message.Split('\'') is [_, var quoted, ..] ? quoted : "";
        var message = error.Message.TrimEnd('.');
        if (error is UnrecognizedCommandParsingException)
        {
            var isOption = word.StartsWith('-');
            IEnumerable<string> known = isOption
                ? command.GetOptions().Where(option => option.LongName is not null).Select(option => $"--{option.LongName}")
                : command.Commands.Select(child => child.Name!);
            message = isOption ? $"'{FullName(command)}' has no option '{word}'"
                : command.Commands.Count > 0 ? $"'{FullName(command)}' has no command '{word}'"
                : $"'{FullName(command)}' does not know what to do with '{word}'";
            return new CliProblem(ExitCodes.NothingRun, message, Spelling.Hint(word, known) ?? help);
        }

        if (message.StartsWith("Missing value for option", StringComparison.Ordinal))
        {
            message = $"--{word} needs a value";
        }

        return new CliProblem(ExitCodes.NothingRun, message, help);
    }

    /// <summary>What is wrong and what to do, for a command line that lacks something.</summary>
    /// <param name="command">The command.</param>
    /// <param name="message">What it lacks.</param>
    public static CliProblem Of(CommandLineApplication command, string? message) =>
        new(ExitCodes.NothingRun, message ?? "the command line is not complete", $"'{FullName(command)} -h' shows what it takes");

    /// <summary>A command as it is typed.</summary>
    public static string FullName(CommandLineApplication command) =>
        command.Parent is null ? command.Name! : $"{FullName(command.Parent)} {command.Name}";
}
