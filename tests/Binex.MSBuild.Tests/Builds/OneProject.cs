using Binex.MSBuild.Tests.Packages;

namespace Binex.MSBuild.Tests.Builds;

/// <summary>A project that is restored and compiled once, in a folder whose name has spaces, umlauts and an apostrophe.</summary>
[CollectionDefinition(Name)]
public sealed class OneProject(PackedPackages packages) : IAsyncLifetime, ICollectionFixture<OneProject>
{
    /// <summary>The name of the tests that share it, one after the other.</summary>
    internal const string Name = "one project";

    internal Consumer Consumer { get; } = packages.NewConsumer("Größe mit Räumen, it's");

    public async ValueTask InitializeAsync()
    {
        Consumer.WriteProject("App.csproj", more: """<Import Project="more.props" Condition="Exists('more.props')" />""");
        Reset();
        (await Consumer.RunAsync("dotnet", "build", "-tl:off")).ShouldExit(0);
    }

    /// <summary>Makes the folder what it was at first: one good workflow that nobody has looked at. What is compiled stays.</summary>
    internal void Reset()
    {
        var below = Path.Combine("Debug", "net10.0", "binex");
        foreach (var name in new[] { "workflows", ".binex", Path.Combine("bin", below), Path.Combine("obj", below) }.Select(name => Consumer.PathOf(name)).Where(Directory.Exists))
        {
            Directory.Delete(name, recursive: true);
        }

        File.Delete(Consumer.PathOf("more.props"));
        File.Delete(Consumer.PathOf("binex.yaml"));
        Consumer.Write("workflows/flow.yaml", Workflows.WithPromptFile);
        Consumer.Write("workflows/prompts/draft.md", Workflows.Prompt);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
