namespace Binex.Store.Disk;

/// <summary>Writes files so that others see all of the content or none of it.</summary>
internal static class AtomicFile
{
    private static int _lastTemporary;

    /// <summary>Writes a temporary file beside the target and renames it over it. The folder must be there.</summary>
    /// <param name="path">The target.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="durable">Whether the bytes must be on the disk before the rename.</param>
    /// <exception cref="IOException">It could not be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable)
    {
        var temporary = WriteTemporary(path, content, durable);
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string WriteTemporary(string path, ReadOnlySpan<byte> content, bool durable)
    {
        while (true)
        {
            // A left-over of a dead process with our id, or of another machine on the same share, has its name taken: next number.
            var temporary = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _lastTemporary)}.tmp";
            try
            {
                using var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                try
                {
                    RandomAccess.Write(handle, content, fileOffset: 0);
                    if (durable)
                    {
                        RandomAccess.FlushToDisk(handle);
                    }

                    return temporary;
                }
                catch
                {
                    File.Delete(temporary);
                    throw;
                }
            }
            catch (IOException) when (File.Exists(temporary))
            {
            }
        }
    }
}
