using Binex.Cli;
using Binex.Cli.Consoles;

#pragma warning disable RS0030 // The composition root: here the process's clock, environment and folder come in, and nowhere else.

using var console = new SystemConsole();
BinexCli.Prepare(args, console);
return BinexCli.Run(args, new CliContext(console, Environment.GetEnvironmentVariable, Environment.CurrentDirectory, TimeProvider.System));
