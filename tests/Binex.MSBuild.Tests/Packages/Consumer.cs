using Binex.MSBuild.Tests.Processes;

namespace Binex.MSBuild.Tests.Packages;

/// <summary>A throw-away folder of somebody who uses the packages.</summary>
internal sealed class Consumer(string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Full path of a file in it.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Writes a project that has the build task.</summary>
    /// <param name="name">Path of the project.</param>
    /// <param name="frameworks">Its frameworks; several with semicolons.</param>
    /// <param name="more">What else it says.</param>
    public void WriteProject(string name, string frameworks = "net10.0", string more = "")
    {
        var property = frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        Write(name, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><{property}>{frameworks}</{property}></PropertyGroup>
              <ItemGroup><PackageReference Include="Binex.MSBuild" Version="{PackedPackages.Version}" PrivateAssets="all" /></ItemGroup>
              {more}
            </Project>
            """);
        Write(Path.Combine(Path.GetDirectoryName(name)!, "Nothing.cs"), "namespace Nothing { public static class Here { } }\n");
    }

    /// <summary>Starts a program in it.</summary>
    public Command Start(string program, params IReadOnlyList<string> arguments) => Command.Start(folder, environment, program, arguments);

    /// <summary>Runs a program in it to its end.</summary>
    public async Task<CommandResult> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        using var command = Start(program, arguments);
        return await command.EndAsync();
    }

    /// <summary>Builds what was restored.</summary>
    public Task<CommandResult> BuildAsync(params IReadOnlyList<string> arguments) => RunAsync("dotnet", ["build", "-tl:off", "--no-restore", .. arguments]);

    /// <summary>Restores.</summary>
    public async Task RestoreAsync() => (await RunAsync("dotnet", "restore")).ShouldExit(0);

    /// <summary>Paths of files below the folder whose name ends so, from the folder, sorted.</summary>
    public IReadOnlyList<string> Find(string pattern) =>
        [.. Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}
