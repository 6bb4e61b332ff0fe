using Microsoft.Win32.SafeHandles;

namespace Binex.Store.Disk;

/// <summary>Writes files so that others see all of the content or none of it.</summary>
public static class AtomicFile
{
    private static int _lastTemporary;

    /// <summary>Writes a temporary file beside the target and renames it over it. The folder must be there.</summary>
    /// <param name="path">The target.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="durable">Whether the bytes must be on the disk before the rename.</param>
    /// <param name="mode">Who may do what with it; null for what the system gives a new file. Not looked at on Windows.</param>
    /// <exception cref="IOException">It could not be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable, UnixFileMode? mode = null)
    {
        string temporary;
        do
        {
            // A left-over of a dead process with our id, or of another machine on the same share, has its name taken: next number.
            temporary = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _lastTemporary)}.tmp";
        }
        while (!TryCreate(temporary, content, durable));

        try
        {
            if (mode is { } wanted && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, wanted);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes a new file, for those who can tell half a content from a whole one: others may see it half written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="durable">Whether the bytes must be on the disk when this returns.</param>
    /// <returns>False when there is such a file.</returns>
    /// <exception cref="IOException">It could not be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content, bool durable)
    {
        SafeFileHandle handle;
        try
        {
            // Shared, for whoever comes upon it half written reads it, and finds out.
            handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }

        using (handle)
        {
            try
            {
                RandomAccess.Write(handle, content, fileOffset: 0);
                if (durable)
                {
                    RandomAccess.FlushToDisk(handle);
                }

                return true;
            }
            catch
            {
                File.Delete(path);
                throw;
            }
        }
    }
}
