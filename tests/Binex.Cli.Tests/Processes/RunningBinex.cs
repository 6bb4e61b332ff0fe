using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Binex.Cli.Tests.Processes;

/// <summary>A process of the real program that may still be at work.</summary>
internal sealed class RunningBinex : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly string _command;
    private readonly Task<string> _out;
    private readonly StringBuilder _error = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly Task _errorRead;

    public RunningBinex(Process process, string command)
    {
        _process = process;
        _command = command;
        _out = process.StandardOutput.ReadToEndAsync();
        _errorRead = ReadErrorAsync();
    }

    /// <summary>Waits until stderr has a text; the process's end before that is a failure.</summary>
    public Task SaysAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_error)
        {
            if (_error.ToString().Contains(text, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            _awaited.Add((text, seen));
        }

        return seen.Task.WaitAsync(Patience);
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public Task InterruptAsync() => SignalAsync("-INT");

    /// <summary>Sends what programs send that want it to end.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Ends the process as a power cut does.</summary>
    public void Kill() => _process.Kill();

    public async Task EndInputAsync(string text)
    {
        try
        {
            await _process.StandardInput.WriteAsync(text);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended without reading its input, as most commands do.
        }
    }

    /// <summary>Waits for the end.</summary>
    public async Task<BinexResult> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _errorRead;
            throw new ShouldAssertException($"'{_command}' hangs\n{new BinexResult(_command, -1, await _out, _error.ToString())}");
        }

        await _errorRead;
        return new BinexResult(_command, _process.ExitCode, await _out, _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task ReadErrorAsync()
    {
        var buffer = new char[1024];
        for (int read; (read = await _process.StandardError.ReadAsync(buffer)) > 0;)
        {
            lock (_error)
            {
                _error.Append(buffer, 0, read);
                var text = _error.ToString();
                foreach (var awaited in _awaited.Where(awaited => text.Contains(awaited.Text, StringComparison.Ordinal)))
                {
                    awaited.Seen.TrySetResult();
                }
            }
        }

        foreach (var (text, seen) in _awaited)
        {
            seen.TrySetException(new ShouldAssertException($"'{_command}' ended before it said '{text}':\n{_error}"));
        }
    }
}
