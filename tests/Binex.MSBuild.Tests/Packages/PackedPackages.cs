using System.Runtime.InteropServices;
using Binex.MSBuild.Tests.Packages;
using Binex.MSBuild.Tests.Processes;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Binex.MSBuild.Tests.Packages;

/// <summary>Packs once, for this machine's system, and gives tests folders in which nothing but these packages is known.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("binex-packages-").FullName;
    private readonly Dictionary<string, string> _environment;

    public PackedPackages() => _environment = new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        // No server outlives the tests.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>The folder of the packages.</summary>
    internal static string Folder { get; } = Repository.PathOf("artifacts", "package", "release");

    /// <summary>Their version.</summary>
    internal static string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, "Binex.MSBuild.*.nupkg").Single())["Binex.MSBuild.".Length..];

    /// <summary>The runtime identifier of this machine, for which the tool is compiled ahead of time.</summary>
    internal static string Runtime => RuntimeInformation.RuntimeIdentifier;

    /// <summary>Where packages are restored to.</summary>
    internal string Cache => _environment["NUGET_PACKAGES"];

    public async ValueTask InitializeAsync()
    {
        using var pack = Command.Start(Repository.Root, new Dictionary<string, string>(), "bash", "eng/pack", "--runtimes", Runtime);
        (await pack.EndAsync()).ShouldExit(0);
        await File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Folder}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>A new folder.</summary>
    internal Consumer NewConsumer(string name) => new(Directory.CreateDirectory(Path.Combine(_root, name)).FullName, _environment);

    /// <summary>A new folder of somebody who has never installed a tool: where tools are is remembered in a user's home.</summary>
    internal Consumer NewUser(string name) => new(
        Directory.CreateDirectory(Path.Combine(_root, name)).FullName,
        new Dictionary<string, string>(_environment) { ["DOTNET_CLI_HOME"] = Path.Combine(_root, "home"), ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false" });

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
