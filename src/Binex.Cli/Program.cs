using Binex.Cli;
using Binex.Cli.Consoles;
using Binex.Core.Runs;

#pragma warning disable RS0030 // The composition root: here the process's clock, environment and folder come in, and nowhere else.

using var console = new SystemConsole();
using var cancellation = new CancellationTokenSource();
console.OnInterrupt(() =>
{
    if (cancellation.IsCancellationRequested)
    {
        console.Exit(ExitCodes.Cancelled);
    }

    cancellation.Cancel();
    return true;
});
var context = new CliContext(console, Environment.GetEnvironmentVariable, Environment.CurrentDirectory, TimeProvider.System, cancellation.Token);
return BinexCli.Run(args, context);
