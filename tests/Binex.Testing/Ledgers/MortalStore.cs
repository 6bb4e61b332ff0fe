using Binex.Core.Ledgers.Projects;

namespace Binex.Testing.Ledgers;

/// <summary>Books of a process that can be killed: from then on it reads and writes nothing.</summary>
/// <param name="books">The books.</param>
public sealed class MortalStore(IProjectStore books) : IProjectStore
{
    private readonly Lock _lock = new();
    private bool _isDead;

    /// <inheritdoc/>
    public LeaseHolder Self => books.Self;

    /// <inheritdoc/>
    public bool IsGone(LeaseHolder holder) => books.IsGone(holder);

    /// <summary>Ends the process, not in the middle of a unit of work.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            _isDead = true;
        }
    }

    /// <inheritdoc/>
    public T Transact<T>(Func<ProjectBook, T> work)
    {
        lock (_lock)
        {
            return _isDead ? throw new IOException("the process is dead") : books.Transact(work);
        }
    }
}
