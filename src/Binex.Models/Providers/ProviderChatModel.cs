using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Microsoft.Extensions.AI;
using OpenAI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace Binex.Models.Providers;

/// <summary>
/// Models behind providers that speak the OpenAI chat protocol, through the official SDK and Microsoft.Extensions.AI.
/// <para>
/// Sends once: nothing beneath repeats a call, follows a redirect or has a deadline of its own, except that a connection must
/// come about within 30 seconds. An answer with status 200 that cannot be read, usage or not, is a failure of unknown charge,
/// because a <see cref="ChatFailure"/> carries no usage.
/// </para>
/// </summary>
public sealed class ProviderChatModel : IChatModel, IDisposable
{
    private const long MostAnswerBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private readonly DestinationResolver _destinations;
    private readonly TimeProvider _time;
    private readonly Lazy<HttpClient> _http;
    private readonly Lazy<HttpClientPipelineTransport> _transport;

    /// <summary>The providers.</summary>
    /// <param name="prices">Says whose a model is and what it can do.</param>
    /// <param name="environment">Reads an environment variable; keys are read when they are needed.</param>
    /// <param name="time">The clock against which a date in <c>Retry-After</c> is read.</param>
    /// <param name="own">Endpoints of the project's own, by the prefix of their models; null for none.</param>
    public ProviderChatModel(
        IPriceBook prices, Func<string, string?> environment, TimeProvider time, IReadOnlyDictionary<string, ProviderSettings>? own = null)
        : this(prices, environment, time, MostAnswerBytes, own)
    {
    }

    /// <summary>The providers, with answers up to a size.</summary>
    /// <param name="prices">Says whose a model is and what it can do.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="time">The clock.</param>
    /// <param name="maxAnswerBytes">The largest answer that is read.</param>
    /// <param name="own">Endpoints of the project's own, by the prefix of their models; null for none.</param>
    internal ProviderChatModel(
        IPriceBook prices, Func<string, string?> environment, TimeProvider time, long maxAnswerBytes,
        IReadOnlyDictionary<string, ProviderSettings>? own = null)
    {
        _destinations = new DestinationResolver(prices, environment, new OwnProviders(own ?? new Dictionary<string, ProviderSettings>(), environment));
        _time = time;
        _http = new Lazy<HttpClient>(() => NewClient(maxAnswerBytes));
        _transport = new Lazy<HttpClientPipelineTransport>(() => new HttpClientPipelineTransport(_http.Value));
    }

    /// <summary>Why a call of a model could not even be sent: no such provider, no key, an address that is none. Null when it could.</summary>
    /// <param name="model">The model.</param>
    /// <param name="apiBase">Address of the endpoint; null for the provider's own.</param>
    /// <param name="apiKey">The key; null for the one in the environment.</param>
    public NodeFailure? FindProblem(string model, string? apiBase, string? apiKey) =>
        _destinations.Resolve(new ChatRequest(model, [], 1) { ApiBase = apiBase, ApiKey = apiKey }).Failure?.Failure;

    /// <inheritdoc/>
    public async Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Extra is { } extra && ExtraMembers.Problem(extra) is { } problem)
        {
            return ChatResult.Failed(new ChatFailure(new NodeFailure(FailureKind.BadRequest, problem), ChargeKnowledge.Nothing));
        }

        var (destination, refused) = _destinations.Resolve(request);
        if (destination is null)
        {
            return ChatResult.Failed(refused!);
        }

        var exchange = new ProviderExchange();
        var failures = new CallFailures(destination, _time);
        string? text = null;
        try
        {
            using var client = ClientFor(destination, exchange);
            var response = await client.GetResponseAsync(
                RequestBody.Messages(request), RequestBody.Options(request, destination), cancellationToken).ConfigureAwait(false);
            text = response.Text;
        }
#pragma warning disable CA1031 // The boundary to the SDK, which throws on answers it does not know; what it threw decides nothing where there was an answer.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exchange.Status is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return ChatResult.Failed(failures.OfNoAnswer(exception));
            }
        }

        return Read(exchange, text, failures);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_transport.IsValueCreated)
        {
            _transport.Value.Dispose();
        }

        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private static ChatResult Read(ProviderExchange exchange, string? text, CallFailures failures)
    {
        var status = exchange.Status!.Value;
        if (status is < 200 or >= 300)
        {
            return ChatResult.Failed(failures.OfAnswer(status, ErrorBody.Parse(exchange.Body), exchange, ErrorKinds.ChargeOf(status)));
        }

        JsonElement root;
        try
        {
            root = JsonElement.Parse(exchange.Body.Span);
        }
        catch (JsonException)
        {
            return ChatResult.Failed(failures.OfUnreadable("what is no JSON", exchange));
        }

        if (AnswerBody.Read(root, text) is { } answer)
        {
            return ChatResult.Answered(answer);
        }

        // OpenRouter reports what went wrong behind it in a body of its own, with a status of success.
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out _)
            && ErrorBody.Of(root) is var error && (error.Status ?? 502) is >= 400 and var inner
            ? ChatResult.Failed(failures.OfAnswer(inner, error, exchange, ChargeKnowledge.Unknown))
            : ChatResult.Failed(failures.OfUnreadable("no choices", exchange));
    }

    private IChatClient ClientFor(Destination destination, ProviderExchange exchange)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = destination.Address,
            Transport = _transport.Value,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        options.AddPolicy(exchange, PipelinePosition.PerCall);

        // The SDK wants a key in any case; an endpoint that needs none takes no notice.
        return new ChatClient(destination.Model, new ApiKeyCredential(destination.Key ?? "none"), options).AsIChatClient();
    }

    private static HttpClient NewClient(long maxAnswerBytes)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        return new HttpClient(new BoundedAnswers(sockets, maxAnswerBytes)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
