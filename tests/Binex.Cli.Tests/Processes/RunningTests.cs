namespace Binex.Cli.Tests.Processes;

/// <summary>Runs that are stopped, gone on with, or that something stands in the way of, each in a process of its own.</summary>
public sealed class RunningTests
{
    [Fact]
    public async Task Interrupt_Once_CancelsWithReportAndResumeCompletes()
    {
        using var binex = new BinexProcess();
        binex.Write("slow.yaml", Samples.Slow);
        using var running = binex.Start("run", "slow.yaml", "--report", "page.html");
        await running.SaysAsync("first");

        await running.InterruptAsync();

        (await running.EndAsync()).ShouldExit(130).Out.ShouldContain("cancelled");
        File.Exists(binex.PathOf("page.html")).ShouldBeTrue();
        var list = (await binex.RunAsync("runs", "list", "--format", "json")).ShouldExit(0).Json.GetProperty("runs")[0];
        list.GetProperty("status").GetString().ShouldBe("cancelled");
        ShortenTheNap(binex);

        var resumed = (await binex.RunAsync("resume", "latest", "--format", "json")).ShouldExit(0);

        resumed.Json.GetProperty("status").GetString().ShouldBe("completed");
        resumed.Json.GetProperty("runId").GetString().ShouldBe(list.GetProperty("id").GetString());
        (await binex.RunAsync("resume", "latest")).ShouldFail(2, "has completed");
    }

    [Fact]
    public async Task Interrupt_Twice_LeavesAtOnceWithAJournalThatIsGood()
    {
        using var binex = new BinexProcess();
        binex.Write("slow.yaml", Samples.Slow);
        using var running = binex.Start("run", "slow.yaml");
        await running.SaysAsync("first");

        await running.InterruptAsync();
        await running.InterruptAsync();

        (await running.EndAsync()).ExitCode.ShouldBe(130);
        ShortenTheNap(binex);
        (await binex.RunAsync("resume", "latest")).ShouldExit(0);
    }

    [Fact]
    public async Task Terminate_AfterAnInterrupt_StillEndsInGoodOrder()
    {
        using var binex = new BinexProcess();
        binex.Write("slow.yaml", Samples.Slow);
        using var running = binex.Start("run", "slow.yaml", "--report", "page.html");
        await running.SaysAsync("first");

        await running.InterruptAsync();
        await running.TerminateAsync();
        await running.TerminateAsync();

        var ended = (await running.EndAsync()).ShouldExit(130);
        ended.Out.ShouldContain("cancelled", customMessage: $"{ended}");
        File.Exists(binex.PathOf("page.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task Cancel_FromAnotherProcess_CancelsAndNobodyElseMayResumeMeanwhile()
    {
        using var binex = new BinexProcess();
        binex.Write("slow.yaml", Samples.Slow);
        using var running = binex.Start("run", "slow.yaml");
        await running.SaysAsync("first");

        (await binex.RunAsync("resume", "latest")).ShouldFail(5, "being written by another process", "cancel");
        (await binex.RunAsync("cancel", "latest")).ShouldExit(0).Out.ShouldContain("asked run");

        (await running.EndAsync()).ShouldExit(130);
    }

    [Fact]
    public async Task Kill_DuringARun_LosesNothingThatHadCompleted()
    {
        using var binex = new BinexProcess();
        binex.Write("slow.yaml", Samples.Slow);
        using (var running = binex.Start("run", "slow.yaml"))
        {
            await running.SaysAsync("first");
            running.Kill();
            await running.EndAsync();
        }

        ShortenTheNap(binex);
        var resumed = (await binex.RunAsync("resume", "latest")).ShouldExit(0);

        resumed.Error.ShouldContain("nap");
        resumed.Error.ShouldNotContain("first", Case.Sensitive, "what had completed ran again");
    }

    [Fact]
    public async Task Run_HumanAndStdinIsNoTerminal_NamesTheOptions()
    {
        using var binex = new BinexProcess();
        binex.Write("humans.yaml", Samples.Humans);

        var result = (await binex.RunAsync("bread\n", ["run", "humans.yaml"])).ShouldExit(1);

        (result.Out + result.Error).ShouldContain("--answer topic=");
    }

    [Fact]
    public async Task Run_PipedOutput_HasNoControlSequences()
    {
        using var binex = new BinexProcess();
        binex.Environment["TERM"] = "xterm-256color";
        binex.Write("ok.yaml", Samples.Ok);

        var result = (await binex.RunAsync("run", "ok.yaml")).ShouldExit(0);

        (result.Out + result.Error).ShouldNotContain("\e");
    }

    [Fact]
    public async Task Validate_Stdin_ReadsIt()
    {
        using var binex = new BinexProcess();

        (await binex.RunAsync(Samples.Invalid, ["validate", "--stdin"])).ShouldExit(2).Out.ShouldContain("<stdin>:3");
    }

    [Fact]
    public async Task Hello_InAnEmptyFolder_CompletesAndSaysWhatNext()
    {
        using var binex = new BinexProcess();

        var result = (await binex.RunAsync("hello")).ShouldExit(0);

        result.Out.ShouldContain("completed");
        result.Error.ShouldContain("What next:");
    }

    [Fact]
    public async Task Run_DiskIsFull_EndsWithASentence()
    {
        using var binex = new BinexProcess();
        var disk = Directory.CreateDirectory(binex.PathOf("disk")).FullName;
        Assert.SkipUnless(OperatingSystem.IsLinux() && await MountAsync("-t", "tmpfs", "-o", "size=64k", "tmpfs", disk) == 0, "a small disk can only be mounted as root");
        try
        {
            binex.Write("large.yaml", $$"""
                name: large
                nodes:
                  first: { agent: local://template, inputs: { template: "{{new string('x', 40_000)}}" } }
                  second: { agent: local://template, inputs: { template: "${first.output}{{new string('y', 40_000)}}" } }
                  third: { agent: local://template, inputs: { template: "${second.output}" } }
                """);

            var result = (await binex.RunAsync("run", "large.yaml", "--store", disk)).ShouldFail(5, "error: ", "space");

            result.Out.ShouldBeEmpty();
        }
        finally
        {
            await UnmountAsync(disk);
        }
    }

    private static Task<int> MountAsync(params string[] arguments) => ExecuteAsync("mount", arguments);

    private static Task<int> UnmountAsync(string folder) => ExecuteAsync("umount", [folder]);

    private static async Task<int> ExecuteAsync(string program, string[] arguments)
    {
        try
        {
            var start = new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true };
            using var process = System.Diagnostics.Process.Start(start)!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program, so nothing can be mounted.
            return -1;
        }
    }

    // What is resumed is the copy in the run's folder; the nap would take its minute again.
    private static void ShortenTheNap(BinexProcess binex)
    {
        var kept = Directory.GetFiles(binex.PathOf(".binex", "runs"), "workflow.yaml", SearchOption.AllDirectories).Single();
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("60000", "1", StringComparison.Ordinal));
    }
}
