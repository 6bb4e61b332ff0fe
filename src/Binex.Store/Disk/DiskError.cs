namespace Binex.Store.Disk;

/// <summary>Turns what the file system says into one kind of error that names the path.</summary>
internal static class DiskError
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <summary>Whether an exception is the file system's word, not a mistake of ours.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>Whether an exception says that somebody else holds the file.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsHeldElsewhere(IOException exception) =>
        exception.HResult is SharingViolation or LockViolation or WouldBlockOnLinux or WouldBlockOnMac;

    /// <summary>An error that says what could not be done, where and why.</summary>
    /// <param name="what">What could not be done, for example "the journal cannot be written".</param>
    /// <param name="path">Where.</param>
    /// <param name="cause">Why.</param>
    public static IOException For(string what, string path, Exception cause) => new($"{what}: {path}: {cause.Message}", cause);
}
