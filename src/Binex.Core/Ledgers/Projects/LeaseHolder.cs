namespace Binex.Core.Ledgers.Projects;

/// <summary>The process that holds a lease. A process id alone would be taken for alive when another process has got it since.</summary>
/// <param name="Machine">Name of the machine.</param>
/// <param name="ProcessId">Id of the process.</param>
/// <param name="Started">When the process started.</param>
public sealed record LeaseHolder(string Machine, int ProcessId, DateTimeOffset Started);
