using System.Diagnostics;
using System.Text;

namespace Binex.Cli.Git;

/// <summary>
/// Runs <c>git</c> without a shell, by arguments alone. What a hook or a shell has set of <c>GIT_*</c> does not reach it, it takes no
/// locks, asks nobody for a password, fetches nothing and changes nothing.
/// </summary>
internal static class GitProcess
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Starts it.</summary>
    /// <param name="folder">The folder to start from.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no git.</exception>
    public static Process Start(string folder, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["LC_ALL"] = "C";
        foreach (var argument in (ReadOnlySpan<string>)["--no-pager", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never"])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end; null when it ends with an error.</summary>
    /// <param name="folder">The folder to start from.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string?> RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(folder, arguments);
        process.StandardInput.Close();
        using var stop = cancellationToken.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var text = new StringBuilder();
        var buffer = new char[8 * 1024];
        int read;
        while ((read = await process.StandardOutput.ReadAsync(buffer, cancellationToken)) > 0 && text.Length < MostBytes)
        {
            text.Append(buffer, 0, read);
        }

        if (read > 0)
        {
            Kill(process);
        }

        await errors;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? text.ToString() : null;
    }

    /// <summary>Ends a process that may have ended.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, which is what was wanted.
        }
    }
}
