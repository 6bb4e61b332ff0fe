using Binex.MSBuild.Tests.Packages;

namespace Binex.MSBuild.Tests.Builds;

/// <summary>Builds of more than one project or framework.</summary>
public sealed class SolutionTests(PackedPackages packages)
{
    [Fact]
    public async Task Build_TwoFrameworks_ChecksOnce()
    {
        var lib = packages.NewConsumer("two-frameworks");
        lib.WriteProject("Lib.csproj", "net10.0;netstandard2.0");
        lib.Write("workflows/wrong.yaml", Workflows.Doubtful);
        await lib.RestoreAsync();

        var all = (await lib.BuildAsync()).ShouldExit(0);
        all.Output.ShouldContain("    1 Warning(s)");
        var one = (await lib.BuildAsync("-f", "net10.0")).ShouldExit(0);
        one.Output.ShouldContain("    1 Warning(s)");
        lib.Find("validate.settings").ShouldHaveSingleItem();

        lib.Write("workflows/wrong.yaml", Workflows.Wrong);
        (await lib.BuildAsync()).ShouldFailWithOneError().ShouldContain("BNX1101");
        (await lib.BuildAsync("-f", "net10.0")).ShouldFailWithOneError().ShouldContain("BNX1101");

        lib.Write("workflows/wrong.yaml", "name: right\nnodes:\n  a: { agent: local://echo }\n");
        (await lib.BuildAsync("-t:BinexRun")).ShouldExit(0);
        lib.Find("report.json").Where(file => file.StartsWith("bin", StringComparison.Ordinal)).ShouldBe([Path.Combine("bin", "Debug", "binex", "wrong", "report.json")]);
    }

    [Fact]
    public async Task Build_SolutionInParallel_ChecksEveryProject()
    {
        var work = packages.NewConsumer("solution");
        work.WriteProject("one/One.csproj");
        work.WriteProject("two/Two.csproj", more: """<ItemGroup><ProjectReference Include="../one/One.csproj" /></ItemGroup>""");
        work.Write("All.slnx", """<Solution><Project Path="one/One.csproj" /><Project Path="two/Two.csproj" /></Solution>""");
        work.Write("one/workflows/wrong.yaml", Workflows.Doubtful);
        work.Write("two/workflows/wrong.yaml", Workflows.Doubtful);
        await work.RestoreAsync();

        var built = (await work.BuildAsync("-m")).ShouldExit(0);

        built.Warnings.Count.ShouldBe(2, built.ToString());
        work.Find("validate.settings").ShouldBe([
            Path.Combine("one", "obj", "Debug", "net10.0", "binex", "validate.settings"), Path.Combine("two", "obj", "Debug", "net10.0", "binex", "validate.settings")]);
    }
}
