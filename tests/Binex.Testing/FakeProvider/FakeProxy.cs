using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Binex.Testing.FakeProvider;

/// <summary>A proxy that lets nobody through.</summary>
public sealed class FakeProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _answer;

    /// <summary>Starts one at a free port of 127.0.0.1.</summary>
    /// <param name="status">What it answers, such as <c>403 Forbidden</c>.</param>
    public FakeProxy(string status)
    {
        _answer = $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>What to set <c>HTTPS_PROXY</c> to.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[16], 16, throwOnEndOfStream: false);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
