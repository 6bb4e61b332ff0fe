using System.Net.Http.Headers;
using Binex.Core.Text;

namespace Binex.Cli.Telemetry;

/// <summary>Sees what becomes of each delivery to a collector; the exporter itself tells nobody.</summary>
internal sealed class ExportFailures
{
    private const string GrpcStatus = "grpc-status";
    private const string GrpcMessage = "grpc-message";

    private string? _first;

    /// <summary>The first that was seen; null when all went well.</summary>
    public string? First => _first;

    /// <summary>A client whose deliveries are seen.</summary>
    /// <param name="timeout">How long one may take.</param>
    public HttpClient NewClient(TimeSpan timeout) => new(new Watch(this)) { Timeout = timeout };

    private void Note(HttpRequestMessage request, string why) => Interlocked.CompareExchange(ref _first, $"{request.RequestUri}: {why}", null);

    private void Note(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            Note(request, $"the collector answered with status {(int)response.StatusCode}");
        }
        else if ((ValueOf(response.TrailingHeaders, GrpcStatus) ?? ValueOf(response.Headers, GrpcStatus)) is not (null or "0") and var status)
        {
            var message = ValueOf(response.TrailingHeaders, GrpcMessage) ?? ValueOf(response.Headers, GrpcMessage);
            Note(request, $"the collector answered with gRPC status {status}{(message is { Length: > 0 } ? $": {Uri.UnescapeDataString(message)}" : "")}");
        }
    }

    private static string? ValueOf(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private sealed class Watch(ExportFailures failures) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = base.Send(request, cancellationToken);

                // What gRPC says of itself comes after the body.
                using var body = new MemoryStream();
                response.Content.ReadAsStream(cancellationToken).CopyTo(body);
                return Seen(request, response, body.ToArray());
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                failures.Note(request, Reason(error));
                throw;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                return Seen(request, response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                failures.Note(request, Reason(error));
                throw;
            }
        }

        private HttpResponseMessage Seen(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
        {
            failures.Note(request, response);
            var content = new ByteArrayContent(body);
            foreach (var (name, values) in response.Content.Headers)
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = content;
            return response;
        }

        private static string Reason(Exception error) => error is OperationCanceledException ? "no answer in time" : AddressText.WithoutPasswords(error.GetBaseException().Message);
    }
}
