using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binex.Cli.Tests.Telemetry;

/// <summary>A collector on this machine that takes OTLP over HTTP, in the binary form.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>What it answers.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What it says after an answer of gRPC; null where it speaks HTTP alone.</summary>
    public string? GrpcStatus { get; init; }

    public IReadOnlyList<ReceivedSpan> Spans =>
        [.. Scopes("/v1/traces").SelectMany(scope => scope.All(2)).Select(ReceivedSpan.Of)];

    public IReadOnlyList<ReceivedMetric> Metrics => [.. Scopes("/v1/metrics").SelectMany(scope => scope.All(2)).SelectMany(ReceivedMetric.Of)];

    /// <summary>Attributes of whoever sent it.</summary>
    public Dictionary<string, string> Resource => Of("/v1/traces").First().All(1).Single().Attributes(1);

    public IEnumerable<string> SchemaUrls => Scopes("/v1/traces").Select(scope => scope.Text(3)).Distinct();

    /// <summary>Everything that came, as text.</summary>
    public string Everything => string.Concat(_received.Select(request => Encoding.UTF8.GetString(request.Body)));

    public static async Task<OtlpReceiver> StartAsync(int status = StatusCodes.Status200OK, string? grpcStatus = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = grpcStatus is null ? HttpProtocols.Http1 : HttpProtocols.Http2));
        var app = builder.Build();
        var receiver = new OtlpReceiver(app) { Status = status, GrpcStatus = grpcStatus };
        app.Run(receiver.HandleAsync);
        await app.StartAsync();
        receiver.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await using var sent = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        await sent.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.StatusCode = Status;
        context.Response.ContentType = GrpcStatus is null ? "application/x-protobuf" : "application/grpc";
        if (GrpcStatus is not null)
        {
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", GrpcStatus);
            context.Response.AppendTrailer("grpc-message", "no%20room");
        }
    }

    private IEnumerable<WireMessage> Of(string path) =>
        _received.Where(request => request.Path == path).SelectMany(request => new WireMessage(request.Body).All(1));

    private IEnumerable<WireMessage> Scopes(string path) => Of(path).SelectMany(resource => resource.All(2));
}
