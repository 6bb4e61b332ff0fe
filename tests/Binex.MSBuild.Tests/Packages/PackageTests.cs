using System.IO.Compression;
using System.Xml.Linq;

namespace Binex.MSBuild.Tests.Packages;

/// <summary>What is in the packages, and the tool as somebody installs it.</summary>
public sealed class PackageTests(PackedPackages packages)
{
    public static TheoryData<string> Packed => ["Binex.Tools", "Binex.Tools.any", $"Binex.Tools.{PackedPackages.Runtime}", "Binex.MSBuild"];

    [Theory]
    [MemberData(nameof(Packed))]
    public void Package_SaysWhatItIs(string name)
    {
        using var package = Open(name);
        using var stream = package.GetEntry($"{name}.nuspec")!.Open();
        var described = XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        described["license"].ShouldBe("MIT");
        described.ShouldNotContainKey("dependencies");
        package.GetEntry(described["icon"]).ShouldNotBeNull();
        package.GetEntry(described["readme"]).ShouldNotBeNull();
        package.Entries.Select(entry => Path.GetExtension(entry.Name)).ShouldNotContain(".pdb", "symbols are in the assemblies");
    }

    [Fact]
    public void ToolPackages_AreForThisSystemAndForAllOthers()
    {
        using var pointer = Open("Binex.Tools");
        using var stream = pointer.GetEntry("tools/any/any/DotnetToolSettings.xml")!.Open();
        var settings = XDocument.Load(stream);

        settings.Descendants("Command").Single().Attribute("Name")!.Value.ShouldBe("dotnet-binex");
        settings.Descendants("RuntimeIdentifierPackage").Select(one => one.Attribute("Id")!.Value).ShouldBe([$"Binex.Tools.{PackedPackages.Runtime}", "Binex.Tools.any"]);
        var (compiled, portable) = (SizeOf($"Binex.Tools.{PackedPackages.Runtime}", "Binex.Core.dll"), SizeOf("Binex.Tools.any", "Binex.Core.dll"));
        compiled.ShouldBeGreaterThan(portable * 3 / 2, "the package of a system is not compiled ahead of time");
    }

    [Fact]
    public void BuildPackage_HasTheTaskTheToolAndThePages()
    {
        using var package = Open("Binex.MSBuild");
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        foreach (var file in new[]
        {
            "build/Binex.MSBuild.props", "build/Binex.MSBuild.targets", "buildMultiTargeting/Binex.MSBuild.props", "buildMultiTargeting/Binex.MSBuild.targets",
            "tools/netstandard2.0/Binex.MSBuild.dll", "tools/net10.0/dotnet-binex.dll", "tools/net10.0/dotnet-binex.runtimeconfig.json", "docs/msbuild.md", "docs/cli.md", "docs/diagnostics/BNX1101.md",
        })
        {
            files.ShouldContain(file);
        }

        files.ShouldNotContain("tools/net10.0/dotnet-binex", "a program for one system");
        files.ShouldNotContain(file => file.StartsWith("lib/", StringComparison.Ordinal));
        files.Count(file => file.StartsWith("tools/netstandard2.0/", StringComparison.Ordinal)).ShouldBe(1, "the task brings nothing into the build's own process");
    }

    [Fact]
    public async Task Tool_InstalledFromAManifest_Validates()
    {
        var work = packages.NewUser("tool");
        work.Write("workflows/wrong.yaml", Builds.Workflows.Wrong);
        (await work.RunAsync("dotnet", "new", "tool-manifest")).ShouldExit(0);
        (await work.RunAsync("dotnet", "tool", "install", "Binex.Tools", "--version", PackedPackages.Version)).ShouldExit(0);

        (await work.RunAsync("dotnet", "binex", "validate", "workflows")).ShouldExit(2).Output.ShouldContain("workflows/wrong.yaml:3:29");
        (await work.RunAsync("dotnet", "binex", "--version")).ShouldExit(0).Output.Trim().ShouldBe(PackedPackages.Version);
        Directory.GetDirectories(packages.Cache, "binex.tools.*").Where(folder => !folder.EndsWith("binex.tools", StringComparison.Ordinal)).Select(Path.GetFileName).ShouldBe([$"binex.tools.{PackedPackages.Runtime}"]);
    }

    private static ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(PackedPackages.Folder, $"{name}.{PackedPackages.Version}.nupkg"));

    private static long SizeOf(string name, string file)
    {
        using var package = Open(name);
        return package.Entries.Single(entry => entry.Name == file).Length;
    }
}
