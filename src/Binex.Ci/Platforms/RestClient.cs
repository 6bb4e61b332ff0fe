using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Text;

namespace Binex.Ci.Platforms;

/// <summary>Asks a JSON API, each question once. Redirections are not followed: a token is for the server that it was given for.</summary>
internal sealed class RestClient
{
    private const int LargestAnswer = 32 * 1024 * 1024;
    private const int LongestWords = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // One for all: whoever needs it lives as long as the process.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    private readonly string _platform;
    private readonly Action<HttpRequestHeaders> _authorize;

    /// <summary>Prepares to ask.</summary>
    /// <param name="platform">What the platform is called.</param>
    /// <param name="authorize">Adds the token.</param>
    public RestClient(string platform, Action<HttpRequestHeaders> authorize)
    {
        _platform = platform;
        _authorize = authorize;
    }

    /// <summary>Asks for something.</summary>
    public Task<PlatformAnswer<RestAnswer>> GetAsync(Uri address, CancellationToken cancellationToken) => ExchangeAsync(HttpMethod.Get, address, null, cancellationToken);

    /// <summary>Sends something.</summary>
    public Task<PlatformAnswer<RestAnswer>> SendAsync(HttpMethod method, Uri address, Action<Utf8JsonWriter> body, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.WriterOptions))
        {
            body(writer);
        }

        return ExchangeAsync(method, address, stream.ToArray(), cancellationToken);
    }

    private async Task<PlatformAnswer<RestAnswer>> ExchangeAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        _authorize(request.Headers);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        try
        {
            using var response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            // Azure answers a wrong token with a page for people to sign in, and with success.
            return response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices and not HttpStatusCode.NonAuthoritativeInformation
                ? Read(content, response)
                : None(Of(response, content));
        }
        catch (HttpRequestException error)
        {
            return None(new PlatformFailure(PlatformFailureKind.Passing, $"{_platform} cannot be reached: {AddressText.WithoutPasswords(error.Message)}"));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return None(new PlatformFailure(PlatformFailureKind.Passing, $"{_platform} did not answer in time"));
        }
    }

    private PlatformAnswer<RestAnswer> Read(byte[] content, HttpResponseMessage response)
    {
        try
        {
            var next = response.Headers.TryGetValues("x-next-page", out var pages) ? pages.FirstOrDefault() : null;
            return new PlatformAnswer<RestAnswer>(new RestAnswer(JsonElement.Parse(content), string.IsNullOrEmpty(next) ? null : next));
        }
        catch (JsonException)
        {
            return None(new PlatformFailure(PlatformFailureKind.Rejected, $"{_platform} answered with something that is not JSON; is its address right?"));
        }
    }

    private PlatformFailure Of(HttpResponseMessage response, byte[] content)
    {
        var status = (int)response.StatusCode;
        var words = Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, LongestWords)));
        var kind = status switch
        {
            403 => PlatformFailureKind.NotAllowed,
            203 or 302 or 401 or 404 => PlatformFailureKind.NotFound,
            408 or 429 or >= 500 => PlatformFailureKind.Passing,
            _ => PlatformFailureKind.Rejected,
        };
        var said = response.StatusCode is HttpStatusCode.NonAuthoritativeInformation or HttpStatusCode.Found ? "the token is not valid" : words;
        return new PlatformFailure(kind, $"{_platform} says ({status.ToString(CultureInfo.InvariantCulture)}): {said}", response.Headers.RetryAfter?.Delta);
    }

    private static PlatformAnswer<RestAnswer> None(PlatformFailure failure) => new(null, failure);
}
