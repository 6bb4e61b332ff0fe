using System.Buffers;
using Binex.Core.Reports;

namespace Binex.Reports;

/// <summary>Writes the full texts of a report into a folder beside its page, one file each, so that the page itself stays small.</summary>
public static class FullTexts
{
    private const int HashLength = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Writes every content that the report has.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Full path of the folder; it is made when it is not there.</param>
    /// <param name="cancellationToken">Gives up; what is written by then stays.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static async Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var artifact in report.Artifacts)
        {
            if (artifact.Content is { } text && FileOf(artifact.Hash) is { } name)
            {
                await File.WriteAllTextAsync(Path.Join(folder, name), text, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A report is a file that anybody may have written: what is no hash is no name of a file.
    internal static string? FileOf(string hash) => hash.Length == HashLength && hash.AsSpan().IndexOfAnyExcept(HexDigits) < 0 ? hash + ".txt" : null;
}
