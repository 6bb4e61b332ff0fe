using Binex.Models.Providers;

namespace Binex.Models.Prices.Lists;

/// <summary>Gets a list of prices over the network.</summary>
public static class PriceListDownload
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>The list's bytes; null when it is longer than <see cref="PriceListReader.MaxBytes"/>. Redirections from https to http are not followed.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">It cannot be had.</exception>
    public static async Task<byte[]?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new BoundedAnswers(new SocketsHttpHandler { MaxAutomaticRedirections = 5 }, PriceListReader.MaxBytes)) { Timeout = LongestWait };
        try
        {
            using var response = await http.GetAsync(address, cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AnswerTooLargeException)
        {
            return null;
        }
    }
}
