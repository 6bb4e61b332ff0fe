using Binex.Cli.Checking;
using Binex.Validation;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>validate PATH…</c>.</summary>
internal sealed class ValidateCommand : ICommand
{
    public string Name => "validate";

    public string Summary => "check workflows without running anything";

    public void Prepare() => LoaderWarmUp.Start();

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var paths = command.Argument(
            "PATH", "files, folders in which all workflows are checked, or patterns such as 'workflows/**/*.yaml'; default: workflows in binex.yaml", multipleValues: true);
        var flags = new ValidateFlags(command);
        command.Executes(
            context, flags.Format, printer => Task.FromResult(FileValidation.Execute(context, printer, [.. paths.Values.Select(path => path!)], flags.Read())), hasFindings: true);
    }
}
