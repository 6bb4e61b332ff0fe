using System.Diagnostics;
using Binex.Cli.Tests.Processes;
using Binex.JsonSchema;

namespace Binex.Cli.Tests.Commands;

/// <summary><c>report</c>: of runs and files, of journals that are not whole, of two runs, of many, by templates.</summary>
public sealed class ReportTests
{
    private static readonly string[] Forms = ["html", "md", "xml", "txt"];

    [Fact]
    public async Task Report_OfItsJsonAlone_IsThatOfTheRun()
    {
        using var binex = await RanAsync(Samples.Model);
        (await binex.RunAsync(["report", "--out", "of-run.json", .. Forms.SelectMany(form => new[] { "--out", $"of-run.{form}" })])).ShouldExit(0);
        Directory.Move(binex.PathOf(".binex"), binex.PathOf("gone"));

        (await binex.RunAsync(["report", "of-run.json", "--out", "of-file.json", .. Forms.SelectMany(form => new[] { "--out", $"of-file.{form}" })])).ShouldExit(0);

        foreach (var form in Forms.Append("json"))
        {
            File.ReadAllText(binex.PathOf($"of-file.{form}")).ShouldBe(File.ReadAllText(binex.PathOf($"of-run.{form}")), form);
        }
    }

    [Fact]
    public async Task Report_OfTheSameJournal_IsTheSameBytes()
    {
        using var binex = await RanAsync(Samples.Model);

        (await binex.RunAsync("report", "-o", "one.json", "-o", "one.html")).ShouldExit(0);
        (await binex.RunAsync("report", "-o", "two.json", "-o", "two.html")).ShouldExit(0);

        File.ReadAllBytes(binex.PathOf("two.json")).ShouldBe(File.ReadAllBytes(binex.PathOf("one.json")));
        File.ReadAllBytes(binex.PathOf("two.html")).ShouldBe(File.ReadAllBytes(binex.PathOf("one.html")));
    }

    [Fact]
    public async Task Report_OfARunWithGates_IsWhatTheRunItselfWrote()
    {
        using var binex = new BinexProcess();
        binex.Write("flow.yaml", Samples.Model + "\ngates: { max_cost: 0.00000001, max_increase: 10%, max_duration: 1h, min_success: 0.5 }\n");
        (await binex.RunAsync("run", "flow.yaml", "--simulate", "--report", "run.json", "--report", "run.html")).ShouldExit(4);

        var again = (await binex.RunAsync("report", "-o", "again.json", "-o", "again.html", "--format", "json")).ShouldExit(0).Json;

        again.GetProperty("run").GetProperty("exitCode").GetInt32().ShouldBe(4);
        again.GetProperty("gates").EnumerateArray().Select(gate => (gate.GetProperty("gate").GetString(), gate.GetProperty("verdict").GetString()))
            .ShouldBe([("max_cost", "failed"), ("max_increase", "not_checked"), ("max_duration", "passed"), ("min_success", "passed")]);
        File.ReadAllBytes(binex.PathOf("again.json")).ShouldBe(File.ReadAllBytes(binex.PathOf("run.json")));
        File.ReadAllBytes(binex.PathOf("again.html")).ShouldBe(File.ReadAllBytes(binex.PathOf("run.html")));
    }

    [Fact]
    public async Task Report_Open_ShowsThePageAndSaysNothingOfWhatTheBrowserSays()
    {
        using var binex = await RanAsync(Samples.Model);
        var shown = binex.PathOf("shown");
        foreach (var opener in new[] { "xdg-open", "open" })
        {
            binex.Write($"bin/{opener}", $"#!/bin/sh\necho chatter; echo chatter >&2\nprintf %s \"$1\" > '{shown}'\n");
        }

        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "mkfifo shown && chmod +x bin/*"]) { WorkingDirectory = binex.Folder })!)
        {
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            shell.ExitCode.ShouldBe(0);
        }

        binex.Environment["PATH"] = $"{binex.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";

        // Nobody reads the pipe yet, so that the browser is still there when the command is over.
        var result = (await binex.RunAsync("report", "--open", "--out", "page.html")).ShouldExit(0);

        (result.Out + result.Error).ShouldNotContain("chatter");
        (await File.ReadAllTextAsync(shown, TestContext.Current.CancellationToken)).ShouldBe(binex.PathOf("page.html"));
    }

    [Fact]
    public async Task Report_Open_WhereNothingCanShowIt_SaysWhereThePageIs()
    {
        using var binex = await RanAsync(Samples.Model);
        binex.Environment["PATH"] = binex.PathOf("nothing");

        (await binex.RunAsync("report", "--open", "--out", "page.html")).ShouldFail(5, "no browser can be started", binex.PathOf("page.html"));

        File.Exists(binex.PathOf("page.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task Report_TornTail_SaysSo()
    {
        using var binex = await RanAsync(Samples.Ok);
        File.AppendAllText(JournalOf(binex), "{\"v\":1,\"seq\":99,\"at\":\"20");

        (await binex.RunAsync("report")).ShouldExit(0).Out.ShouldContain("The last line of the journal was cut off");
    }

    [Fact]
    public async Task Report_DamageInTheMiddle_ShowsWhatStandsBefore()
    {
        using var binex = await RanAsync(Samples.Ok);
        var lines = File.ReadAllLines(JournalOf(binex));
        lines[2] = "not a fact";
        File.WriteAllLines(JournalOf(binex), lines);

        var result = (await binex.RunAsync("report", "--format", "json")).ShouldExit(0).Json;

        result.GetProperty("run").GetProperty("status").GetString().ShouldBe("interrupted");
        result.GetProperty("notes").EnumerateArray().ShouldContain(note => note.GetProperty("message").GetString()!.Contains("line 3 of the journal is broken"));
    }

    [Fact]
    public async Task Report_OfANewerVersion_SaysSo()
    {
        using var binex = await RanAsync(Samples.Ok);
        var lines = File.ReadAllLines(JournalOf(binex)).ToList();
        lines.Add($"{{\"v\":1,\"seq\":{lines.Count + 1},\"at\":\"2030-01-01T00:00:00Z\",\"type\":\"moon.rose\"}}");
        File.WriteAllLines(JournalOf(binex), lines);

        (await binex.RunAsync("report")).ShouldExit(0).Out.ShouldContain("1 fact that a newer version of Binex wrote is left out");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Report_OfABeginning_IsThatOfARunThatWasKilled(int facts)
    {
        using var binex = await RanAsync(Samples.Model);
        var lines = File.ReadAllLines(JournalOf(binex));
        File.WriteAllLines(JournalOf(binex), lines.Take(facts));

        var json = (await binex.RunAsync(["report", "--format", "json", .. Forms.SelectMany(form => new[] { "--out", $"x.{form}" })])).ShouldExit(0).Json;

        json.GetProperty("run").GetProperty("status").GetString().ShouldBe(facts == 0 ? "pending" : "interrupted");
        File.ReadAllText(binex.PathOf("x.html")).ShouldContain(facts == 0 ? "The run has not begun" : "The process that ran it ended before the run did");
    }

    [Fact]
    public async Task Report_WithTexts_WritesThemBesideThePage()
    {
        using var binex = new BinexProcess();
        binex.Write("long.yaml", $"name: long\nnodes:\n  say: {{ agent: local://template, inputs: {{ template: \"{string.Concat(Enumerable.Repeat("word ", 40_000))}\" }} }}\n");
        (await binex.RunAsync("run", "long.yaml")).ShouldExit(0);

        (await binex.RunAsync("report", "--out", "page.html", "--texts")).ShouldExit(0);

        Directory.GetFiles(binex.PathOf("page.texts")).ShouldContain(file => new FileInfo(file).Length == 200_000);
        File.ReadAllText(binex.PathOf("page.html")).ShouldContain("href=\"page.texts/");
    }

    [Fact]
    public async Task Report_OfTwo_ComparesThem()
    {
        using var binex = await RanAsync(Samples.Model);
        (await binex.RunAsync("report", "-o", "before.json")).ShouldExit(0);
        (await binex.RunAsync("run", "flow.yaml", "--simulate", "seed=5")).ShouldExit(0);

        var result = (await binex.RunAsync("report", "before.json", "latest", "-o", "both.html", "-o", "both.md")).ShouldExit(0);
        var text = (await binex.RunAsync("report", "before.json", "latest")).ShouldExit(0);

        result.Out.ShouldContain("wrote both.html");
        File.ReadAllText(binex.PathOf("both.html")).ShouldContain("Binex compares two runs");
        File.ReadAllText(binex.PathOf("both.md")).ShouldContain("| status |");
        text.Out.ShouldContain("~ ask");
    }

    [Fact]
    public async Task Report_Index_IsAPageOverAllRunsWithOneOfEach()
    {
        using var binex = await RanAsync(Samples.Model);
        (await binex.RunAsync("run", "flow.yaml", "--simulate", "seed=5")).ShouldExit(0);

        var json = (await binex.RunAsync("report", "--index", "site", "--format", "json")).ShouldExit(0).Json;

        json.GetProperty("runs").GetInt32().ShouldBe(2);
        var page = File.ReadAllText(binex.PathOf("site", "index.html"));
        var files = Directory.GetFiles(binex.PathOf("site", "runs")).Select(Path.GetFileName).ToList();
        files.Count.ShouldBe(2);
        files.ShouldAllBe(file => page.Contains($"href=\"runs/{file}\""));
    }

    [Fact]
    public async Task Report_Index_OfAnEmptyStore_IsAPageAllTheSame()
    {
        using var binex = new BinexProcess();

        (await binex.RunAsync("report", "--index", "site")).ShouldExit(0).Out.ShouldContain("over 0 runs");

        File.ReadAllText(binex.PathOf("site", "index.html")).ShouldContain("There are no runs yet.");
    }

    [Fact]
    public async Task Report_ByTemplate_IsWhatTheTemplateSays()
    {
        using var binex = await RanAsync(Samples.Model);
        binex.Write("short.md.sbn", "{{ run.workflow }}: {{ nodes.size }} node\n");
        binex.Write("endless.sbn", "{{ while true; end }}");

        (await binex.RunAsync("report", "--template", "short.md.sbn")).ShouldExit(0).Out.ShouldBe("model: 1 node\n");
        (await binex.RunAsync("report", "--template", "endless.sbn")).ShouldFail(2, "the template cannot be used", "iteration limit");
        (await binex.RunAsync("report", "--template", "missing.sbn")).ShouldFail(2, "there is no template 'missing.sbn'");
    }

    [Theory]
    [InlineData("--texts", "--texts")]
    [InlineData("--format json", "two runs side by side have no JSON", "latest", "latest")]
    [InlineData("--index site --texts", "--index makes a folder of its own")]
    [InlineData("--index site --last none", "--last takes a number of runs")]
    [InlineData("-o x.json", "its suffix must be one of", "latest", "latest")]
    [InlineData("-o x.pdf", "its suffix must be one of")]
    public async Task Report_WhatDoesNotGoTogether_IsRefused(string options, string says, params string[] runs)
    {
        using var binex = await RanAsync(Samples.Ok);

        var result = await binex.RunAsync(["report", .. runs, .. options.Split(' ')]);

        result.ShouldExit(2);
        (result.Out + result.Error).ShouldContain(says);
    }

    [Theory]
    [MemberData(nameof(ExamplesTests.Names), MemberType = typeof(ExamplesTests))]
    public async Task Report_OfEveryExample_IsWhatItsSchemaSays(string name)
    {
        using var binex = new BinexHere();
        var schema = SchemaCompiler.Compile((await binex.RunAsync("schema", "report")).ShouldExit(0).Json).Schema.ShouldNotBeNull();
        await binex.RunAsync("run", Repository.PathOf("examples", name), "--simulate");

        var report = (await binex.RunAsync("report", "--format", "json")).ShouldExit(0).Json;

        schema.Validate(report).ShouldBeEmpty();
    }

    private static async Task<BinexProcess> RanAsync(string workflow)
    {
        var binex = new BinexProcess();
        binex.Write("flow.yaml", workflow);
        (await binex.RunAsync("run", "flow.yaml", "--simulate")).ShouldExit(0);
        return binex;
    }

    private static string JournalOf(BinexProcess binex) => Directory.GetFiles(binex.PathOf(".binex", "runs"), "journal.jsonl", SearchOption.AllDirectories).ShouldHaveSingleItem();
}
