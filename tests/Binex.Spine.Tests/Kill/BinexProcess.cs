using System.Diagnostics;

namespace Binex.Spine.Tests.Kill;

/// <summary>The real program, as a process of its own.</summary>
internal sealed class BinexProcess : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private BinexProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static BinexProcess Start(string folder, params string[] arguments)
    {
        // Built beside these tests, in the same configuration: artifacts/bin/<project>/<configuration>/.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Join(own.Parent!.Parent!.FullName, "Binex.Cli", own.Name, OperatingSystem.IsWindows() ? "dotnet-binex.exe" : "dotnet-binex");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENAI_API_KEY"] = "test";
        return new BinexProcess(Process.Start(start)!);
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    /// <returns>Whether it had not ended before.</returns>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Never);

        // 128 + 9; on Windows a killed process ends with -1.
        return _process.ExitCode is 137 or -1;
    }

    /// <summary>Waits for the end; ends when the other task does, too.</summary>
    public Task EndOrAsync(Task other) => Task.WhenAny(_process.WaitForExitAsync(), other).WaitAsync(Never);

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and all that it said.</returns>
    public async Task<(int ExitCode, string Said)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Never);
        return (_process.ExitCode, await _error + await _out);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
