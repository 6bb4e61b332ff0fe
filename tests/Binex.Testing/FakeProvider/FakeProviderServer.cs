using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Binex.Core.Prices;
using Binex.Testing.FakeProvider.Wires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binex.Testing.FakeProvider;

/// <summary>
/// A provider on this machine: a real HTTP server that speaks the protocols of OpenAI, Anthropic and Ollama, behaves as it is told and
/// bills by its own count. What it bills is what a test compares a ledger with; a bill is written when it decides to answer, whether or not
/// anybody is there to read the answer.
/// </summary>
public sealed class FakeProviderServer : IAsyncDisposable
{
    /// <summary>Where a managed identity of Azure, or a service account of Google, is given a token.</summary>
    public const string SignInPath = "/msi/token";

    /// <summary>The token that it is given.</summary>
    public const string SignInToken = "token-of-the-identity";

    private const int MostWaiting = 4_096;

    private readonly WebApplication _app;
    private readonly FakeProviderOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<FakeCall> _calls = new();
    private readonly ConcurrentQueue<FakeBill> _bills = new();
    private readonly ConcurrentDictionary<string, int> _times = new();
    private readonly Lock _gate = new();
    private int _number;
    private int _open;
    private int _mostOpen;
    private int _counts;
    private int _signIns;

    private FakeProviderServer(WebApplication app, FakeProviderOptions options)
    {
        _app = app;
        _options = options;
    }

    /// <summary>What to set <c>api_base</c> to.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every request, in the order of arrival.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. _calls];

    /// <summary>Every bill, in the order in which they were written.</summary>
    public IReadOnlyList<FakeBill> Bills => [.. _bills];

    /// <summary>The sum of all bills in US dollars.</summary>
    public decimal Billed => _bills.Sum(bill => bill.Usd);

    /// <summary>The most requests that were open at the same time.</summary>
    public int MostOpen => _mostOpen;

    /// <summary>How often tokens were counted.</summary>
    public int Counts => _counts;

    /// <summary>How often somebody has signed in.</summary>
    public int SignIns => _signIns;

    /// <summary>How often each marker has asked.</summary>
    public IReadOnlyDictionary<string, int> Times => _times;

    /// <summary>The sum of the bills for a model in US dollars.</summary>
    /// <param name="model">The model, as the request named it.</param>
    public decimal BilledFor(string model) => _bills.Where(bill => bill.Call.Model == model).Sum(bill => bill.Usd);

    /// <summary>Starts a server at a free port of 127.0.0.1.</summary>
    /// <param name="options">How it behaves.</param>
    public static async Task<FakeProviderServer> StartAsync(FakeProviderOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        // A thousand clients that come at once must wait in line: one that is dropped tries again only after a second.
        builder.WebHost.UseSockets(sockets => sockets.Backlog = MostWaiting);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (options?.Certificate is { } certificate)
                {
                    listen.UseHttps(certificate);
                }
            });
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
        });
        var app = builder.Build();
        var server = new FakeProviderServer(app, options ?? new FakeProviderOptions());
        app.Run(server.HandleAsync);
        await app.StartAsync();
        server.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        NoteOpen(Interlocked.Increment(ref _open));
        try
        {
            await AnswerAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || _stopping.IsCancellationRequested)
        {
            // The client went away, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/count_tokens", StringComparison.Ordinal))
        {
            await CountAsync(context);
            return;
        }

        if (context.Request.Path == SignInPath)
        {
            Interlocked.Increment(ref _signIns);
            var until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteAsJsonAsync(new { access_token = SignInToken, expires_on = until, expires_in = 3_600, resource = "", token_type = "Bearer" }, context.RequestAborted);
            return;
        }

        if (context.Request.Method != "POST" || FakeWire.At(context.Request.Path.Value!) is not { } wire)
        {
            context.Response.StatusCode = 404;
            return;
        }

        var call = await ReadAsync(context, wire);
        _calls.Enqueue(call);
        var reply = _options.Reply(call);
        var bill = Bill(call, reply);
        if (reply.Delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
            await Task.Delay(reply.Delay, either.Token);
        }

        if (reply.Cut == FakeCut.BeforeHeaders)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        SetHeader(context, "Retry-After", reply.RetryAfter);
        SetHeader(context, "Location", reply.Location);
        foreach (var (name, value) in reply.Headers)
        {
            SetHeader(context, name, value);
        }

        if (call.IsStreamed && reply.Status < 300)
        {
            await StreamAsync(context, wire, reply.Pieces ?? (reply.Body is null ? [.. wire.Pieces(call, reply, bill)] : [reply.Body]), reply);
            return;
        }

        var body = Encoding.UTF8.GetBytes(reply.Body ?? (reply.Status < 300 ? wire.Whole(call, reply, bill) : wire.Error(reply.Status, reply.ErrorCode, reply.ErrorMessage)));
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        if (reply.Cut != FakeCut.None)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, FakeWire wire, IReadOnlyList<string> pieces, FakeReply reply)
    {
        context.Response.ContentType = wire.StreamType;
        foreach (var (name, value) in wire.StreamHeaders)
        {
            SetHeader(context, name, value);
        }

        var sent = reply.Cut switch { FakeCut.InBody => pieces.Count / 2, FakeCut.AfterAnswer => pieces.Count - 1, _ => pieces.Count };
        await context.Response.Body.WriteAsync(pieces.Take(sent).SelectMany(wire.BytesOf).ToArray(), context.RequestAborted);

        if (reply.Cut != FakeCut.None)
        {
            // What was written is on its way before the connection goes.
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await reply.CutWhen.WaitAsync(context.RequestAborted);
            context.Abort();
        }
    }

    // Anthropic counts for nothing what it would bill.
    private async Task CountAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Interlocked.Increment(ref _counts);
        await context.Response.WriteAsJsonAsync(new { input_tokens = _options.InputTokens(document.RootElement) }, context.RequestAborted);
    }

    private async Task<FakeCall> ReadAsync(HttpContext context, FakeWire wire)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var body = document.RootElement.Clone();
        var marker = _options.Marker(string.Join('\n', FakeTokens.Texts(body)));
        return new FakeCall(
            Interlocked.Increment(ref _number),
            wire.ModelOf(context.Request.Path.Value!, body),
            marker,
            _times.AddOrUpdate(marker, 1, (_, count) => count + 1),
            body,
            context.Request.Headers.Authorization,
            wire.IsStreamed(context.Request.Path.Value!, body),
            _options.InputTokens(body),
            wire.Limit(body))
        {
            Path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
    }

    private FakeBill Bill(FakeCall call, FakeReply reply)
    {
        var tokens = Math.Min(reply.OutputTokens ?? FakeTokens.Output(reply.Text), call.MaxOutputTokens ?? int.MaxValue);
        var rates = _options.Rates(call.Model);
        var bill = new FakeBill(call, tokens, ((call.InputTokens * rates.Input) + (tokens * rates.Output)) / Pricing.PerTokens);
        if (reply.IsBilled ?? reply.Status < 300)
        {
            _bills.Enqueue(bill);
            _options.OnBill(bill);
        }

        return bill;
    }

    private void NoteOpen(int open)
    {
        lock (_gate)
        {
            _mostOpen = Math.Max(_mostOpen, open);
        }
    }

    private static void SetHeader(HttpContext context, string name, string? value)
    {
        if (value is not null)
        {
            context.Response.Headers[name] = value;
        }
    }
}
