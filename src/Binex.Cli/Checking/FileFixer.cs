using System.Text;
using Binex.Core.Text;
using Binex.Store.Disk;
using Binex.Validation;
using Binex.Validation.Fixing;

namespace Binex.Cli.Checking;

/// <summary>Mends files, or shows how they would be mended.</summary>
/// <param name="isDryRun">Whether files are left as they are.</param>
internal sealed class FileFixer(bool isDryRun)
{
    /// <summary>What a text in UTF-8 may begin with.</summary>
    public const string ByteOrderMark = "\uFEFF";

    /// <summary>What was mended so far, in the order of the files.</summary>
    public List<FixedFile> Mended { get; } = [];

    /// <summary>Mends a text.</summary>
    /// <param name="found">What was found in it.</param>
    /// <param name="path">Full path of the file that gets the new text; null for a text that is in no file.</param>
    /// <param name="check">Checks a changed text, as the first one was checked.</param>
    /// <returns>What is found in it now.</returns>
    /// <exception cref="IOException">The file could not be written; it is as it was.</exception>
    public CheckResult Fix(CheckResult found, string? path, Func<string, CheckResult> check)
    {
        var (mended, findings) = TextFixer.Fix(found, check);
        if (findings.Count == 0)
        {
            return found;
        }

        var (before, after) = (found.Source!, mended.Source!.Text);
        // A link stays a link: what it leads to is written.
        path = path is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var mark = path is null ? "" : MarkOf(path, before);
        if (path is not null && !isDryRun)
        {
            var mode = OperatingSystem.IsWindows() ? (UnixFileMode?)null : File.GetUnixFileMode(path);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(mark + after), durable: true, mode);
        }

        Mended.Add(new FixedFile(before.Path, findings, UnifiedDiff.Render(before.Path, mark + before.Text, mark + after), !isDryRun));
        return mended;
    }

    // The byte order mark of a file, which its text was read without. What a file holds beside the two is not ours to lose.
    private static string MarkOf(string path, SourceText text)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? ByteOrderMark : "";
        return bytes.SequenceEqual(Encoding.UTF8.GetBytes(mark + text.Text))
            ? mark
            : throw new IOException($"'{text.Path}' was changed by somebody else while it was checked, so it was not fixed");
    }
}
