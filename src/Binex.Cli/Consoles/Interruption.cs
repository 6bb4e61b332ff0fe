using System.Runtime.InteropServices;

namespace Binex.Cli.Consoles;

/// <summary>
/// Ctrl-C and SIGTERM: the first one asks the command to stop in good order; a second Ctrl-C leaves at once. SIGTERM never does, because a
/// program such as a build may send it to a command that Ctrl-C has reached as well; a program that will not wait has SIGKILL.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private int _interrupts;

    /// <summary>Begins to listen.</summary>
    /// <param name="leave">Ends the process.</param>
    public Interruption(Action leave)
    {
        void Handle(PosixSignalContext signal)
        {
            signal.Cancel = true;
            // Counted, because signals are handled side by side: a SIGTERM sent after the first Ctrl-C may be here before it.
            if (signal.Signal == PosixSignal.SIGINT && Interlocked.Increment(ref _interrupts) > 1)
            {
                leave();
            }

            _stop.Cancel();
        }

        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled by the first one.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }
}
