using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Models.Prices.Lists;

namespace Binex.Cli.Running;

/// <summary>Gets lists of prices from files and URLs. What is there is hostile until it is checked.</summary>
internal static class PriceLists
{
    /// <summary>A list; null with a problem.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="source">A path, or a URL that begins with https://.</param>
    public static async Task<(TakenList? Taken, CliProblem? Problem)> ReadAsync(CliContext context, string source)
    {
        var from = source;
        byte[]? bytes;
        try
        {
            if (source.Contains("://", StringComparison.Ordinal))
            {
                if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true }))
                {
                    return (null, new CliProblem(ExitCodes.NothingRun, $"'{source}' cannot be asked for prices", "a URL must begin with https://"));
                }

                bytes = await PriceListDownload.GetAsync(address, context.Cancelled);
            }
            else
            {
                from = context.FullPath(source);
                if (!File.Exists(from))
                {
                    return (null, new CliProblem(
                        ExitCodes.NothingRun, Directory.Exists(from) ? $"'{source}' is a folder, not a list of prices" : $"there is no file '{source}'"));
                }

                bytes = await ReadFileAsync(from, context.Cancelled);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or HttpRequestException || (error is TaskCanceledException && !context.Cancelled.IsCancellationRequested))
        {
            return (null, new CliProblem(ExitCodes.Unreachable, $"the prices cannot be read from '{from}': {AddressText.WithoutPasswords(error.Message)}"));
        }

        if (bytes is null)
        {
            return (null, new CliProblem(ExitCodes.NothingRun, $"the list at '{from}' is longer than {PriceListReader.MaxBytes:N0} bytes"));
        }

        return PriceListReader.Read(bytes, out var problem) is { } list
            ? (new TakenList(list, bytes, from), null)
            : (null, new CliProblem(ExitCodes.NothingRun, $"'{from}' is no list of prices: {problem}"));
    }

    private static async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return file.Length > PriceListReader.MaxBytes ? null : await File.ReadAllBytesAsync(path, cancellationToken);
    }
}
