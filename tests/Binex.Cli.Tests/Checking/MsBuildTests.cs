using System.Diagnostics;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Checking;

/// <summary>A real build whose target runs the program: MSBuild takes its lines for errors and warnings of its own.</summary>
public sealed class MsBuildTests
{
    [Fact]
    public async Task Build_RunsValidate_LogsErrorsWithCodeAndRange()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/bad.yaml", "name: d\nnodes:\n  a: { agent: local://echo, promt: x }\n  b: { agent: local://echo, depends_on: [a, a] }\n");
        binex.Write("check.proj", """
            <Project DefaultTargets="Build">
              <Target Name="Build">
                <Exec Command="&quot;$(Binex)&quot; validate flows/bad.yaml --format msbuild" />
              </Target>
            </Project>
            """);

        var (exitCode, log) = await BuildAsync(binex);

        exitCode.ShouldBe(1, log);
        File.ReadAllText(binex.PathOf("errors.log")).ShouldContain("flows/bad.yaml(3,29,3,34): error BNX1101: there is no key 'promt' here");
        File.ReadAllText(binex.PathOf("warnings.log")).ShouldContain("flows/bad.yaml(4,45,4,46): warning BNX2013: 'b' depends on 'a' twice");
        log.ShouldContain("1 Warning(s)");
    }

    [Fact]
    public async Task Build_RunsValidateWithoutAFile_LogsTheProblemAsAnError()
    {
        using var binex = new BinexProcess();
        binex.Write("check.proj", """
            <Project DefaultTargets="Build">
              <Target Name="Build"><Exec Command="&quot;$(Binex)&quot; validate --format msbuild" /></Target>
            </Project>
            """);

        var (exitCode, log) = await BuildAsync(binex);

        exitCode.ShouldBe(1, log);
        File.ReadAllText(binex.PathOf("errors.log")).ShouldContain("binex : error BINEX2: name a workflow to check");
    }

    private static async Task<(int ExitCode, string Log)> BuildAsync(BinexProcess binex)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = binex.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "build", "check.proj", $"-p:Binex={binex.Program}", "-nologo", "-tl:off", "-nodeReuse:false",
                "-flp1:logfile=errors.log;errorsonly", "-flp2:logfile=warnings.log;warningsonly",
            },
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await build.WaitForExitAsync(timeout.Token);
        return (build.ExitCode, await output + await errors);
    }
}
