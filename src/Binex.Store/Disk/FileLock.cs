using System.Text;

namespace Binex.Store.Disk;

/// <summary>
/// Keeps something for one writer, in this process or another. A file of its own, because a lock on the thing itself would keep
/// readers out on some systems. The operating system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int Tries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock's file.</param>
    /// <returns>The lock; null when somebody else has it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        PlainFile.Check(path);
        for (var i = 0; i < Tries; i++)
        {
            try
            {
                return new FileLock(Sign(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)));
            }
            catch (IOException exception) when (DiskError.IsHeldElsewhere(exception))
            {
                // Who lists the runs holds the file for an instant to see whether it is taken.
                Thread.Sleep(Pause);
            }
            catch (Exception exception) when (DiskError.IsExpected(exception))
            {
                throw DiskError.For("the lock cannot be taken", path, exception);
            }
        }

        return null;
    }

    /// <summary>Whether somebody has the lock.</summary>
    /// <param name="path">The lock's file.</param>
    /// <exception cref="IOException">That cannot be seen.</exception>
    public static bool IsTaken(string path)
    {
        try
        {
            using var file = PlainFile.OpenRead(path);
            return false;
        }
        catch (IOException exception) when (exception.InnerException is IOException inner && DiskError.IsHeldElsewhere(inner))
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // A file with nothing in it counts as never locked: see IsTaken. The number of the process is for people.
    private static FileStream Sign(FileStream file)
    {
        try
        {
            file.Write(Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
            file.SetLength(file.Position);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
