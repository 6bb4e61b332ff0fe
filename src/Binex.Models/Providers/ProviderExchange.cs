using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Binex.Models.Providers;

/// <summary>
/// One call on its way over the network: adds to the request what an SDK has no word for, and keeps what a provider really
/// answered. The SDKs turn answers into their own types and lose what they do not know: the stated cost, how long to wait, the
/// words of an error, and all of an answer with one word that is new.
/// </summary>
/// <param name="members">Members of the body that are added where the SDK wrote none.</param>
/// <param name="maxBytes">The largest answer that is read.</param>
internal sealed class ProviderExchange(JsonObject members, long maxBytes) : DelegatingHandler
{
    // Frames with base 64 and padding in them are larger than what they hold.
    private const int MostPacking = 4;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private HttpClient? _client;
    private HttpContent? _source;
    private HttpResponseMessage? _response;
    private KeptStream? _answer;

    /// <summary>Status of the answer; null when there was none, or not all of one that is not a stream.</summary>
    internal int? Status { get; private set; }

    /// <summary>Body of the answer as far as it came; empty when there was none.</summary>
    internal ReadOnlyMemory<byte> Body => _answer?.Kept ?? default;

    /// <summary>What kind of body it is, in lower case; null when it does not say.</summary>
    internal string? MediaType { get; private set; }

    /// <summary>Whether a stream broke off before its end.</summary>
    internal bool IsBroken => _answer?.IsBroken ?? false;

    /// <summary>A header of the answer; null when it was not given.</summary>
    /// <param name="name">Its name.</param>
    internal string? Header(string name) =>
        _response is not null && _response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>A client whose requests and answers pass the exchange as they travel.</summary>
    /// <param name="sockets">What sends; belongs to all calls.</param>
    internal HttpClient Over(HttpMessageHandler sockets)
    {
        InnerHandler = sockets;
        return ClientOf(this);
    }

    /// <summary>A client for an SDK that puts requests and answers into another form beneath the exchange, which it then takes as a handler.</summary>
    /// <param name="sockets">What sends; belongs to all calls.</param>
    internal HttpClient Beneath(HttpMessageHandler sockets) => ClientOf(new AnswerLimit(sockets, MostPacking * maxBytes));

    /// <summary>Reads what the SDK left of a stream when it gave up on it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task ReadRestAsync(CancellationToken cancellationToken)
    {
        if (_answer is not { IsBroken: false } answer)
        {
            return;
        }

        try
        {
            await answer.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The stream says that it is broken; what came before is what there is.
        }
    }

    /// <summary>Gives the connection back. What sends belongs to all calls and stays.</summary>
    internal void Close()
    {
        _response?.Dispose();
        _source?.Dispose();
        _client?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await AddMembersAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.Content.Headers.ContentLength > maxBytes)
            {
                throw new AnswerTooLargeException(maxBytes);
            }

            _source = response.Content;
            var type = response.Content.Headers.ContentType;
            _answer = new KeptStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), maxBytes);
            var mediaType = type?.MediaType?.ToLowerInvariant();
            var isStream = response.IsSuccessStatusCode && AnswerParts.IsStream(mediaType);
            if (!isStream)
            {
                await _answer.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            }

            response.Content = isStream ? new StreamContent(_answer) : new ReadOnlyMemoryContent(_answer.Kept);
            response.Content.Headers.ContentType = type;
            (_response, MediaType, Status) = (response, mediaType, (int)response.StatusCode);
            return response;
        }
        catch
        {
            response.Dispose();
            _source?.Dispose();
            throw;
        }
    }

    private HttpClient ClientOf(HttpMessageHandler handler) => _client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    private async Task AddMembersAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (members.Count == 0 || request.Content is not { } content)
        {
            return;
        }

        var body = JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))!.AsObject();
        Merge(body, members);
        content.Dispose();
        request.Content = new StringContent(body.ToJsonString(), Json);
    }

    private static void Merge(JsonObject body, JsonObject added)
    {
        foreach (var (name, value) in added)
        {
            if (body[name] is JsonObject there && value is JsonObject more)
            {
                Merge(there, more);
            }
            else if (!body.ContainsKey(name))
            {
                body[name] = value?.DeepClone();
            }
        }
    }
}
