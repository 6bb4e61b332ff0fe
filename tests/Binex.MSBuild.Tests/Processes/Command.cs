using System.Diagnostics;
using System.Globalization;

namespace Binex.MSBuild.Tests.Processes;

/// <summary>A process of a test, which ends with the test.</summary>
internal sealed class Command : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;
    private readonly string _shown;

    private Command(Process process, string shown)
    {
        _process = process;
        _shown = shown;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a program.</summary>
    public static Command Start(string folder, IReadOnlyDictionary<string, string> environment, string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Command(Process.Start(start)!, $"{program} {string.Join(' ', arguments)}");
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CommandResult> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(timeout.Token);
        return new CommandResult(_shown, _process.ExitCode, await _output + await _error);
    }

    /// <summary>Sends it what Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
