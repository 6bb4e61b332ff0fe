using System.Runtime.InteropServices;

namespace Binex.MSBuild;

/// <summary>Asks a process to end in good order, where the system has a way to.</summary>
internal static class ToolProcess
{
    private const int Terminate = 15;

    /// <summary>Sends SIGTERM. Windows has nothing like it; there, Ctrl-C reaches the process by itself.</summary>
    public static void AskToEnd(int process)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            _ = Kill(process, Terminate);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
