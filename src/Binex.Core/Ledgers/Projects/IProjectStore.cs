namespace Binex.Core.Ledgers.Projects;

/// <summary>Keeps the books that all processes of a project share. Safe to call from any thread and process.</summary>
public interface IProjectStore
{
    /// <summary>This process.</summary>
    LeaseHolder Self { get; }

    /// <summary>Whether a process is known to have ended. One of which nothing can be known is not gone; its lease expires.</summary>
    /// <param name="holder">The process.</param>
    bool IsGone(LeaseHolder holder);

    /// <summary>
    /// Does one short unit of work with the books, alone among all threads and processes. What the work has changed is kept when
    /// this returns, all of it or nothing.
    /// </summary>
    /// <param name="work">The work; it may wait for nothing.</param>
    /// <exception cref="IOException">The books cannot be read, locked or written. Nothing was changed.</exception>
    T Transact<T>(Func<ProjectBook, T> work);
}
