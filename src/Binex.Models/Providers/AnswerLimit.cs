namespace Binex.Models.Providers;

/// <summary>Lets no more of an answer through than can be one, for an SDK that puts answers into another form before the exchange sees them.</summary>
/// <param name="sockets">What sends; belongs to all calls.</param>
/// <param name="maxBytes">The largest answer, as it travels.</param>
internal sealed class AnswerLimit(HttpMessageHandler sockets, long maxBytes) : DelegatingHandler(sockets)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var whole = response.Content;
        var limited = new StreamContent(new LimitedStream(await whole.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), maxBytes));
        foreach (var (name, values) in whole.Headers.NonValidated)
        {
            limited.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = limited;
        return response;
    }
}
