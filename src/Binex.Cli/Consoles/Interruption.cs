using System.Runtime.InteropServices;

namespace Binex.Cli.Consoles;

/// <summary>Ctrl-C and SIGTERM: the first one asks the command to stop in good order, the second one leaves at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Begins to listen.</summary>
    /// <param name="leave">Ends the process.</param>
    public Interruption(Action leave)
    {
        void Handle(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (_stop.IsCancellationRequested)
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
