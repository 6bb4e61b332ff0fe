using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Loop;

/// <summary>Facts on their way into the journal: those that come together are written together. Belongs to the loop's thread.</summary>
internal sealed class FactWriter(RunSetup setup)
{
    private readonly List<TaskCompletionSource> _waiting = [];
    private List<JournalEntry> _unwritten = [];
    private List<JournalEntry> _written = [];
    private long _seq = setup.LastSeq;
    private bool _isBroken;

    public void Add(RunEvent fact) => _unwritten.Add(new JournalEntry(++_seq, setup.TimeProvider.GetUtcNow(), fact));

    /// <summary>Tells somebody when all that was added up to now is written.</summary>
    public void Tell(TaskCompletionSource whenWritten) => _waiting.Add(whenWritten);

    /// <summary>Writes what was added.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public async ValueTask WriteAsync()
    {
        if (_unwritten.Count > 0)
        {
            (_unwritten, _written) = (_written, _unwritten);
            _isBroken = true;
            var durable = _written.Exists(entry => entry.Event.IsDurable);
            await setup.Journal.AppendAsync(_written, durable, CancellationToken.None).ConfigureAwait(false);
            _isBroken = false;
            try
            {
                foreach (var observer in setup.Observers)
                {
                    _written.ForEach(observer.OnEvent);
                }
            }
            finally
            {
                // They are in the journal, whatever became of an observer: they are not written again.
                _written.Clear();
            }
        }

        _waiting.ForEach(whenWritten => whenWritten.SetResult());
        _waiting.Clear();
    }

    /// <summary>Writes what still can be of a run that has broken, and lets nobody wait who cannot be told.</summary>
    public async ValueTask WriteLastAsync()
    {
        try
        {
            if (!_isBroken)
            {
                await WriteAsync().ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // What broke the run is on its way to the user; this comes of it, and must not keep nodes from ending.
        catch (Exception)
#pragma warning restore CA1031
        {
            _written.Clear();
        }

        var broken = new IOException("the run has broken: this cannot be written to its journal");
        _waiting.ForEach(whenWritten => whenWritten.TrySetException(broken));
        _waiting.Clear();
    }
}
