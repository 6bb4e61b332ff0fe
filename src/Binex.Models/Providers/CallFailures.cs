using System.Security.Authentication;
using System.Text;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Providers;

/// <summary>Says what went wrong with a call, and what to do.</summary>
/// <param name="destination">Where the call went.</param>
/// <param name="time">The clock against which dates are waited for.</param>
internal sealed class CallFailures(Destination destination, TimeProvider time)
{
    /// <summary>A call that was answered with an error.</summary>
    /// <param name="status">Status of the answer, or the one it gives in its body.</param>
    /// <param name="error">What its body says.</param>
    /// <param name="exchange">The answer.</param>
    /// <param name="charge">What is known about its cost.</param>
    internal ChatFailure OfAnswer(int status, ErrorBody error, ProviderExchange exchange, ChargeKnowledge charge)
    {
        var kind = ErrorKinds.Of(status, error);
        return new ChatFailure(
            new NodeFailure(kind, Sentence(kind, status))
            {
                Status = status,
                Detail = ProviderWords.Of(exchange.Body, destination.Secret),
                RetryAfter = RetryWaits.Of(exchange, kind, error, time.GetUtcNow()),
            },
            charge);
    }

    /// <summary>An answer that is none. It may have been billed.</summary>
    /// <param name="what">What it is instead.</param>
    /// <param name="exchange">The answer.</param>
    internal ChatFailure OfUnreadable(string what, ProviderExchange exchange) => new(
        new NodeFailure(FailureKind.Server, $"{destination.Host} answered for '{destination.Model}' with {what}")
        {
            Status = exchange.Status,
            Detail = ProviderWords.Of(exchange.Body, destination.Secret),
        },
        ChargeKnowledge.Unknown);

    /// <summary>A stream that ended before the answer did. It may have been billed.</summary>
    /// <param name="text">What was said until then.</param>
    /// <param name="exchange">The answer.</param>
    internal ChatFailure OfCut(string text, ProviderExchange exchange) => new(
        new NodeFailure(
            FailureKind.Network,
            $"the answer of {destination.Host} for '{destination.Model}' broke off after {text.Length} characters; what was said until then may have been billed")
        {
            Status = exchange.Status,
            Detail = ProviderWords.Of(Encoding.UTF8.GetBytes(text), destination.Secret),
        },
        ChargeKnowledge.Unknown);

    /// <summary>A call that brought no answer at all.</summary>
    /// <param name="exception">What the SDK or the network said.</param>
    internal ChatFailure OfNoAnswer(Exception exception)
    {
        if (Find<AnswerTooLargeException>(exception) is { } tooLarge)
        {
            return new ChatFailure(
                new NodeFailure(FailureKind.Server, $"{destination.Host} answered for '{destination.Model}' with more than can be an answer: {tooLarge.Message}"),
                ChargeKnowledge.Unknown);
        }

        var detail = ProviderWords.Masked(exception.GetBaseException().Message, destination.Secret);
        if (Find<HttpRequestException>(exception) is { } request && Unsent(request, Proxy() is not null) is { } reason)
        {
            return new ChatFailure(
                new NodeFailure(FailureKind.Network, $"{destination.Host} could not be reached{ByProxy()}: {reason}") { Detail = detail },
                ChargeKnowledge.Nothing);
        }

        // The only time-out beside the caller's own is that of connecting.
        if (exception is OperationCanceledException && Find<TimeoutException>(exception) is not null)
        {
            return new ChatFailure(
                new NodeFailure(FailureKind.Network, $"{destination.Host} could not be reached{ByProxy()}: no connection came about in time; check the network, the proxy and api_base") { Detail = detail },
                ChargeKnowledge.Nothing);
        }

        return new ChatFailure(
            new NodeFailure(FailureKind.Network, $"the connection to {destination.Host} broke after the request for '{destination.Model}' was sent; it may have been billed")
            {
                Detail = detail,
            },
            ChargeKnowledge.Unknown);
    }

    private string Sentence(FailureKind kind, int status)
    {
        var what = kind switch
        {
            FailureKind.Authentication when status == 407 => "is not asked, because the proxy wants a name and a password; give them in HTTPS_PROXY as http://name:password@host:port",
            FailureKind.Authentication => "does not accept the key; check it, and whether it may use this model",
            FailureKind.Quota => "has no credit left for this account; top it up or use another key",
            FailureKind.RateLimit => "asks for fewer requests",
            FailureKind.ContextTooLong => $"says that the request is longer than '{destination.Model}' can take; shorten the prompt or what upstream nodes hand on",
            FailureKind.ContentFilter => "will not answer this: its content filter holds it back",
            FailureKind.Server => "failed",
            _ when status == 404 => $"does not know the model '{destination.Model}', or has nothing at this address; check the model's name and api_base",
            _ when status is >= 300 and < 400 => "sends elsewhere, and Binex does not follow with a key; set api_base to the address it names",
            _ => "says that the request is wrong",
        };
        return $"{destination.Host} {what} (status {status})";
    }

    // What the certificate's own exception says is kept as the detail.
    private static string? Unsent(HttpRequestException request, bool byProxy) => request.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError when byProxy => "nobody knows the proxy's name; check HTTPS_PROXY and NO_PROXY",
        HttpRequestError.ConnectionError when byProxy => "the proxy does not take the connection; check HTTPS_PROXY and NO_PROXY",
        HttpRequestError.NameResolutionError => "nobody knows this name; check the network and api_base",
        HttpRequestError.ConnectionError => "nothing takes the connection; check the network and api_base",
        HttpRequestError.SecureConnectionError when Find<AuthenticationException>(request) is { Message: var said } && said.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            "its certificate is not trusted here; if it is your own, name the authority that signed it in SSL_CERT_FILE",
        HttpRequestError.SecureConnectionError => "no secure connection came about; check whether api_base should begin with http://",
        HttpRequestError.ProxyTunnelError => "the proxy does not let it through; check HTTPS_PROXY and NO_PROXY",
        _ => null,
    };

    private string ByProxy() => Proxy() is { } proxy ? $" by the proxy {proxy.Host}:{proxy.Port}" : "";

    private Uri? Proxy() =>
        HttpClient.DefaultProxy is { } system && !system.IsBypassed(destination.Address) ? system.GetProxy(destination.Address) : null;

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (var here = exception; here is not null; here = here.InnerException)
        {
            if (here is T found)
            {
                return found;
            }
        }

        return null;
    }
}
