using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binex.Testing.FakePlatforms;

/// <summary>
/// A platform on this machine that speaks JSON over HTTP: it knows tokens, keeps comments, answers what has not changed with 304,
/// and fails when it is told to.
/// </summary>
public abstract class FakePlatformServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly List<FakeFault> _faults = [];
    private readonly Lock _gate = new();
    private WebApplication? _app;

    /// <summary>Where it listens; ends without a slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every request, in the order of arrival.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Those that change something.</summary>
    public IEnumerable<string> Changes => Requests.Where(request => request.Method != "GET" && !request.Path.EndsWith("/graphql", StringComparison.Ordinal)).Select(request => request.ToString());

    /// <summary>Those who may ask, by their tokens.</summary>
    public Dictionary<string, FakeUser> Users { get; } = [];

    /// <summary>All comments, oldest first.</summary>
    public List<FakeComment> Comments { get; } = [];

    /// <summary>Makes something go wrong, once; in the order in which it was asked for.</summary>
    public void Fail(FakeFault fault) => _faults.Add(fault);

    /// <summary>Adds a comment that is there already.</summary>
    public FakeComment Add(string author, string body)
    {
        var comment = new FakeComment(1_000 + Comments.Count, author, body);
        Comments.Add(comment);
        return comment;
    }

    /// <summary>Starts to listen.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>The token of a request.</summary>
    protected abstract string TokenOf(IHeaderDictionary headers);

    /// <summary>Answers a request of somebody who is known.</summary>
    protected abstract FakeResponse Answer(FakeRequest request, FakeUser user);

    /// <summary>What somebody is told whose token is not valid.</summary>
    protected abstract FakeResponse Unknown { get; }

    protected static FakeResponse NotFound { get; } = new(404, new { message = "Not Found" });

    private async Task HandleAsync(HttpContext context)
    {
        var json = default(JsonElement);
        if (context.Request.ContentLength > 0)
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            json = document.RootElement.Clone();
        }

        var request = new FakeRequest(
            context.Request.Method, context.Request.Path, context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()), TokenOf(context.Request.Headers), json);
        FakeResponse response;
        lock (_gate)
        {
            _requests.Enqueue(request);
            var fault = _faults.Find(fault => request.ToString().StartsWith(fault.On, StringComparison.Ordinal));
            response = fault is { IsDone: false } ? fault.Response : Users.TryGetValue(request.Token, out var user) ? Answer(request, user) : Unknown;
            if (fault is not null)
            {
                _faults.Remove(fault);
                response = fault.Response;
            }
        }

        await WriteAsync(context, response);
    }

    private static async Task WriteAsync(HttpContext context, FakeResponse response)
    {
        var body = Encoding.UTF8.GetBytes(response.Body as string ?? JsonSerializer.Serialize(response.Body));
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.Body is string ? "text/html" : "application/json; charset=utf-8";
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (context.Request.Method == "GET" && response.Status == 200)
        {
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = 304;
                return;
            }
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
