using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Binex.Cli.Tests.Architecture;

/// <summary>Who may reference whom: the table of docs/architecture.md, held against what was built.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, Allowed> Table = new()
    {
        ["Binex.JsonSchema"] = new([], []),
        ["Binex.Core"] = new(["JsonSchema"], ["Microsoft.Extensions.*.Abstractions"]),
        ["Binex.Validation"] = new(["Core", "JsonSchema"], ["YamlDotNet"]),
        ["Binex.Models"] = new(
            ["Core", "JsonSchema"], ["Microsoft.Extensions.AI*", "OpenAI", "System.ClientModel", "System.Memory.Data", "Anthropic", "Anthropic.Bedrock", "Anthropic.Vertex", "Google.Apis*", "OllamaSharp", "Azure.Core", "Azure.Identity", "ModelContextProtocol*", "Microsoft.ML.Tokenizers*"]),
        ["Binex.Engine"] = new(["Core", "JsonSchema"], ["Microsoft.Extensions.*"]),
        ["Binex.Store"] = new(["Core"], ["LiteDB"]),
        ["Binex.Reports"] = new(["Core"], ["Scriban*"]),
        ["Binex.Ci"] = new(["Core", "Reports"], ["Octokit"]),
        ["Binex.Web"] = new(["Core", "Engine", "Reports"], ["Microsoft.AspNetCore.*", "Microsoft.Extensions.*"]),
        ["Binex.Cluster"] = new(["Core", "Engine"], ["Orleans.*", "Microsoft.Orleans.*", "Microsoft.Extensions.*"]),
        ["Binex.Cli"] = new(
            ["Core", "JsonSchema", "Validation", "Models", "Engine", "Store", "Reports", "Ci", "Web", "Cluster"],
            ["McMaster.Extensions.CommandLineUtils", "Spectre.Console*", "OpenTelemetry*"]),
        ["Binex.MSBuild"] = new([], ["Microsoft.Build.*"]),
    };

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)).Where(name => Directory.GetFiles(Repository.PathOf("src", name), "*.csproj").Length > 0)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatTheTableAllows(string project)
    {
        Table.ShouldContainKey(project, "the project is not in the table of who may reference whom");
        var allowed = Table[project];

        foreach (var reference in ReferencesOf(project))
        {
            if (reference.StartsWith("Binex.", StringComparison.Ordinal))
            {
                allowed.Projects.ShouldContain(reference["Binex.".Length..], $"{project} may not reference {reference}");
            }
            else if (!File.Exists(Path.Combine(Framework, $"{reference}.dll")))
            {
                allowed.Packages.ShouldContain(pattern => Matches(reference, pattern), $"{project} may not reference the package {reference}");
            }
        }
    }

    private static List<string> ReferencesOf(string project)
    {
        var assembly = project == "Binex.Cli" ? "dotnet-binex" : project;
        using var stream = File.OpenRead(Path.Combine(project == "Binex.MSBuild" ? FolderOf(project) : AppContext.BaseDirectory, $"{assembly}.dll"));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    // Nothing refers to the build task, so it is only in its own output: bin/<project>/<configuration>.
    private static string FolderOf(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
    }

    private static bool Matches(string name, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private sealed record Allowed(string[] Projects, string[] Packages);
}
