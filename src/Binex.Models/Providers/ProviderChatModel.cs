using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Models.Providers.Protocols;
using Microsoft.Extensions.AI;

namespace Binex.Models.Providers;

/// <summary>
/// Models behind providers, each through its SDK and Microsoft.Extensions.AI.
/// <para>
/// Sends once: nothing beneath repeats a call, follows a redirect or has a deadline of its own, except that a connection must
/// come about within 30 seconds. An answer with status 200 that cannot be read, usage or not, is a failure of unknown charge,
/// because a <see cref="ChatFailure"/> carries no usage. A stream that breaks off after the answer has ended is an answer.
/// </para>
/// </summary>
public sealed class ProviderChatModel : IChatModel, ITokenCounter, IDisposable
{
    /// <summary>The longest time that a count may take.</summary>
    internal static readonly TimeSpan CountTimeout = TimeSpan.FromSeconds(30);

    private const long MostAnswerBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private readonly DestinationResolver _destinations;
    private readonly TimeProvider _time;
    private readonly long _maxAnswerBytes;
    private readonly EntraTokens _entra;
    private readonly GoogleTokens _google;
    private readonly Lazy<SocketsHttpHandler> _sockets = new(NewSockets);

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
        Prices = prices;
        _time = time;
        _maxAnswerBytes = maxAnswerBytes;
        _entra = new EntraTokens(time);
        _google = new GoogleTokens(time);
    }

    /// <summary>Says whose a model is.</summary>
    public IPriceBook Prices { get; }

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
        if (destination is { Kind: ProviderKind.Azure, Key: null } unsigned)
        {
            (destination, refused) = await _entra.SignAsync(unsigned, cancellationToken).ConfigureAwait(false);
        }
        else if (destination is { MaySignIn: true } stranger)
        {
            (destination, refused) = await _google.SignAsync(stranger, cancellationToken).ConfigureAwait(false);
        }

        return destination is null ? ChatResult.Failed(refused!) : await SendAsync(request, destination, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<long?> CountAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_destinations.Resolve(request).Destination is not { Kind: ProviderKind.Anthropic } destination)
        {
            return null;
        }

        // Held is by the count: one that no request has is none. What a client calls its time-out ends with the head of an answer.
        var exchange = new ProviderExchange([], _maxAnswerBytes);
        using var limit = new CancellationTokenSource(CountTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var count = await AnthropicProtocol.CountAsync(request, destination, exchange.Over(_sockets.Value), either.Token).ConfigureAwait(false);
            return count is > 0 and <= int.MaxValue ? count : null;
        }
#pragma warning disable CA1031 // The boundary to the SDK. Without a count the sound bound stands, and what is wrong with the provider shows in the call itself.
        catch (Exception)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            exchange.Close();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_sockets.IsValueCreated)
        {
            _sockets.Value.Dispose();
        }
    }

    private async Task<ChatResult> SendAsync(ChatRequest request, Destination destination, CancellationToken cancellationToken)
    {
        var protocol = ChatProtocol.Of(destination.Kind);
        if (protocol.ProblemOf(request) is { } problem)
        {
            return ChatResult.Failed(new ChatFailure(new NodeFailure(FailureKind.BadRequest, problem), ChargeKnowledge.Nothing));
        }

        var exchange = new ProviderExchange(protocol.Members(request, destination), _maxAnswerBytes);
        try
        {
            return await SendAsync(request, destination, protocol, exchange, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            exchange.Close();
        }
    }

    private async Task<ChatResult> SendAsync(
        ChatRequest request, Destination destination, ChatProtocol protocol, ProviderExchange exchange, CancellationToken cancellationToken)
    {
        var failures = new CallFailures(destination, _time);
        try
        {
            using var client = protocol.Client(destination, exchange, _sockets.Value);
            await AskAsync(client, protocol.MessagesOf(request), protocol.Options(request, destination), request.OnText, cancellationToken).ConfigureAwait(false);
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

            await exchange.ReadRestAsync(cancellationToken).ConfigureAwait(false);
        }

        var result = AnswerReading.Read(exchange, protocol.Fold(), failures, _time.GetUtcNow());
        if (result.Answer is null)
        {
            // An answer that came whole is worth more than the wish to stop waiting for it.
            cancellationToken.ThrowIfCancellationRequested();
        }

        return result;
    }

    private static async Task AskAsync(
        IChatClient client, List<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions options, Action<string>? onText, CancellationToken cancellationToken)
    {
        if (onText is null)
        {
            await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            return;
        }

        await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            if (update.Text is { Length: > 0 } text)
            {
                onText(text);
            }
        }
    }

    private static SocketsHttpHandler NewSockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
