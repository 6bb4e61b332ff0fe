namespace Binex.Cli.Consoles;

/// <summary>What a command says cannot be written to stdout: the disk is full, or nobody has opened it.</summary>
/// <param name="cause">What the system says.</param>
internal sealed class OutputFailedException(Exception cause) : Exception($"the output could not be written: {cause.GetBaseException().Message}", cause);
