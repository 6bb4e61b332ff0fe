namespace Binex.Cli.Tests.Processes;

/// <summary>Runs commands in the tests' own process, where what is tested needs no process of its own.</summary>
internal sealed class BinexHere : IDisposable
{
    public BinexHere() => WorkingFolder = Folder = Directory.CreateTempSubdirectory("binex-here-").FullName;

    /// <summary>A folder of its own.</summary>
    public string Folder { get; }

    /// <summary>Where commands are given; that folder, unless it is set.</summary>
    public string WorkingFolder { get; set; }

    /// <summary>All environment variables there are.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes a file below the folder, and returns its full path.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<BinexResult> RunAsync(params string[] arguments) => RunAsync(new FakeConsole(), arguments);

    /// <summary>Runs a command to its end on a console.</summary>
    public async Task<BinexResult> RunAsync(FakeConsole console, params string[] arguments)
    {
        var context = new CliContext(console, Environment.GetValueOrDefault, WorkingFolder, TimeProvider.System);
        var exitCode = await Task.Run(() => BinexCli.Run(arguments, context)).WaitAsync(TimeSpan.FromMinutes(2));
        return new BinexResult(string.Join(' ', arguments), exitCode, console.OutText.ToString(), console.ErrorText.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
