using System.Diagnostics;

namespace Binex.Cli.Tests.Processes;

/// <summary>
/// Runs the real program in a temporary folder, with an environment that has nothing of the developer's own: no keys, no store, no
/// colours.
/// </summary>
internal sealed class BinexProcess : IDisposable
{
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "TEMP", "SystemRoot", "USERPROFILE"];
    private static readonly string Built = FindProgram();

    public BinexProcess() => Folder = Directory.CreateTempSubdirectory("binex-cli-").FullName;

    /// <summary>The working folder.</summary>
    public string Folder { get; }

    /// <summary>The program that is run; the one that was built, unless it is set.</summary>
    public string Program { get; set; } = Built;

    /// <summary>Environment variables beside the few that every process needs.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes a file below the working folder, and returns its name.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<BinexResult> RunAsync(params string[] arguments) => RunAsync("", arguments);

    /// <summary>Runs a command to its end with a text on stdin.</summary>
    public async Task<BinexResult> RunAsync(string stdin, string[] arguments)
    {
        using var running = Start(arguments);
        await running.EndInputAsync(stdin);
        return await running.EndAsync();
    }

    /// <summary>Starts a command; whoever starts it disposes it.</summary>
    public RunningBinex Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var inherited = start.Environment.Where(variable => Inherited.Contains(variable.Key)).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return new RunningBinex(Process.Start(start)!, string.Join(' ', arguments));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Beside the tests' own output: bin/Binex.Cli.Tests/<configuration> and bin/Binex.Cli/<configuration>.
    private static string FindProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var name = OperatingSystem.IsWindows() ? "dotnet-binex.exe" : "dotnet-binex";
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Binex.Cli", own.Name, name);
        return File.Exists(program) ? program : throw new InvalidOperationException($"The program was not built: {program}");
    }
}
