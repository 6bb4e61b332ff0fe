using Binex.Core.Artifacts;
using Binex.Store.Disk;
using Microsoft.Win32.SafeHandles;

namespace Binex.Store.Artifacts;

/// <summary>
/// Artifacts as files, <c>ab/cdef…</c>. Threads and processes may keep the same content at the same time: each writes a file of
/// its own and renames it, and all of them hold the same bytes.
/// </summary>
/// <param name="folder">The folder; made when the first artifact is kept.</param>
internal sealed class FileArtifactStore(string folder) : IArtifactStore
{
    /// <summary>How long an artifact may be.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    // Below this a thread is sooner done with the file than with a change of threads.
    private const int SmallBytes = 256 * 1024;
    private const int ChunkBytes = 64 * 1024;

    // What fits into a page is written in one go; a file that a crash left half made is found out by its bytes, here and in Get.
    // Without a second name such a file costs half as much.
    private const int TinyBytes = 4 * 1024;

    private static readonly string EmptyHash = ArtifactHash.Of([]);

    private readonly bool[] _folderIsMade = new bool[256];

    /// <inheritdoc/>
    public async ValueTask<string> PutAsync(ReadOnlyMemory<byte> content, bool durable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (content.Length > MaxBytes)
        {
            throw new IOException($"an artifact of {content.Length:N0} bytes cannot be kept; {MaxBytes:N0} is the most");
        }

        return content.Length <= SmallBytes
            ? Put(content.Span, durable)
            : await Task.Run(() => Put(content.Span, durable), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]?> GetAsync(string hash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!ArtifactHash.IsValid(hash))
        {
            return null;
        }

        var file = new FileInfo(PathOf(hash));
        if (!file.Exists || file.Length > MaxBytes)
        {
            return null;
        }

        // What has no length may be a pipe or a device, whose reading never ends.
        if (file.Length == 0)
        {
            return hash == EmptyHash ? [] : null;
        }

        return file.Length <= SmallBytes
            ? Get(hash, file)
            : await Task.Run(() => Get(hash, file), cancellationToken).ConfigureAwait(false);
    }

    private static byte[]? Get(string hash, FileInfo file)
    {
        try
        {
            var content = new byte[file.Length];
            using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Fill(handle, content, 0) && ArtifactHash.Of(content) == hash ? content : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the artifact cannot be read", file.FullName, exception);
        }
    }

    private string Put(ReadOnlySpan<byte> content, bool durable)
    {
        var hash = ArtifactHash.Of(content);
        var path = PathOf(hash);
        try
        {
            if (!IsKept(path, content))
            {
                Write(hash, path, content, durable);
            }
            else if (durable)
            {
                // It may have been kept a moment ago by somebody who did not wait for the disk.
                using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(handle);
            }
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the artifact cannot be kept", path, exception);
        }

        return hash;
    }

    private void Write(string hash, string path, ReadOnlySpan<byte> content, bool durable)
    {
        var number = Convert.ToInt32(hash[..2], 16);
        if (!_folderIsMade[number])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _folderIsMade[number] = true;
        }

        try
        {
            WriteFile(path, content, durable);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody cleaned up while we ran.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteFile(path, content, durable);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception) && IsKept(path, content))
        {
            // On Windows a file that somebody reads cannot be replaced; it holds the same bytes.
        }
    }

    private static void WriteFile(string path, ReadOnlySpan<byte> content, bool durable)
    {
        if (durable || content.Length > TinyBytes || !AtomicFile.TryCreate(path, content, durable: false))
        {
            AtomicFile.Write(path, content, durable);
        }
    }

    /// <summary>Compares the bytes, not only the length: what a power cut spoiled is written anew.</summary>
    private static bool IsKept(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != content.Length)
        {
            return false;
        }

        if (content.IsEmpty)
        {
            return true;
        }

        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var chunk = new byte[Math.Min(ChunkBytes, content.Length)];
        for (var offset = 0; offset < content.Length; offset += chunk.Length)
        {
            var part = chunk.AsSpan(0, Math.Min(chunk.Length, content.Length - offset));
            if (!Fill(handle, part, offset) || !part.SequenceEqual(content.Slice(offset, part.Length)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fill(SafeFileHandle handle, Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            var read = RandomAccess.Read(handle, target, offset);
            if (read == 0)
            {
                return false;
            }

            target = target[read..];
            offset += read;
        }

        return true;
    }

    private string PathOf(string hash) => Path.Join(folder, hash.AsSpan(0, 2), hash.AsSpan(2));
}
