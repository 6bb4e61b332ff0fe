namespace Binex.Store.Disk;

/// <summary>Opens the files of the store. Links are not followed: a run's files lie in its own folder or nowhere.</summary>
internal static class PlainFile
{
    /// <summary>Opens a file for reading while others may write it.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The stream, unbuffered; null when there is no such file, or when it is empty.</returns>
    /// <exception cref="IOException">It cannot be read, or is a link or a folder.</exception>
    public static FileStream? OpenRead(string path)
    {
        Check(path);
        var file = new FileInfo(path);

        // Pipes and devices have no length either: what is never opened cannot hang.
        if (!file.Exists || file.Length == 0)
        {
            return null;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the file cannot be read", path, exception);
        }
    }

    /// <summary>The whole content of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="maxBytes">How long it may be.</param>
    /// <returns>The bytes; null when there is no such file, or when it is empty.</returns>
    /// <exception cref="IOException">It cannot be read, is a link or a folder, or is too long.</exception>
    public static byte[]? ReadAll(string path, int maxBytes)
    {
        using var stream = OpenRead(path);
        if (stream is null)
        {
            return null;
        }

        if (stream.Length > maxBytes)
        {
            throw new IOException($"the file is longer than {maxBytes:N0} bytes: {path}");
        }

        var content = new byte[stream.Length];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read == content.Length ? content : content[..read];
    }

    /// <summary>Refuses what only looks like a file of the store.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="IOException">It is a link or a folder, or lies in a linked folder.</exception>
    public static void Check(string path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        var linked = folder.LinkTarget is not null ? folder.FullName : new FileInfo(path).LinkTarget is not null ? path : null;
        if (linked is not null)
        {
            throw new IOException($"this is a link, and links inside the store are not followed: {linked}; put the real file in its place");
        }

        if (Directory.Exists(path))
        {
            throw new IOException($"a file is expected here, but this is a folder: {path}; move it away");
        }
    }
}
