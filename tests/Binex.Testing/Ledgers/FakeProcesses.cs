using Binex.Core.Ledgers.Projects;

namespace Binex.Testing.Ledgers;

/// <summary>Books as several processes see them, each of which can be ended.</summary>
/// <param name="books">The books.</param>
public sealed class FakeProcesses(IProjectStore books)
{
    private readonly HashSet<int> _gone = [];

    /// <summary>The books as a process sees them.</summary>
    public IProjectStore As(int process) => new Seen(this, process);

    /// <summary>Others find that a process is gone. It may not know itself, as when it was asleep.</summary>
    public void Forget(int process)
    {
        lock (_gone)
        {
            _gone.Add(process);
        }
    }

    private bool IsGone(int process)
    {
        lock (_gone)
        {
            return _gone.Contains(process);
        }
    }

    private sealed class Seen(FakeProcesses processes, int process) : IProjectStore
    {
        public LeaseHolder Self { get; } = new("here", process, DateTimeOffset.UnixEpoch);

        public bool IsGone(LeaseHolder holder) => processes.IsGone(holder.ProcessId);

        public T Transact<T>(Func<ProjectBook, T> work) => processes.Books.Transact(work);
    }

    private IProjectStore Books => books;
}
