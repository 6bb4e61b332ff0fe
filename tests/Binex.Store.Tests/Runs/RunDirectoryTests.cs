using System.Text;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Runs.Events;
using Binex.Store.Journals;
using Binex.Store.Runs;
using Binex.Store.Tests.Journals;

namespace Binex.Store.Tests.Runs;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RunStore _store;
    private readonly RunDirectory _run;

    public RunDirectoryTests()
    {
        _store = new RunStore(_folder[".binex"]);
        _run = _store.Create("r1", RunFolders.Snapshot);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenJournal_WhileItIsOpen_IsAValueThatSaysSo()
    {
        var first = _run.OpenJournal();
        await first.Journal!.AppendAsync([SampleEvents.Entry(1, new NodeReady("a", 1))], durable: false, default);

        var second = _store.Find("r1").Run!.OpenJournal();

        second.Journal.ShouldBeNull();
        second.Problem!.Kind.ShouldBe(JournalProblemKind.Busy);
        second.Problem.Message.ShouldContain("run r1 is being written by another process");
        _run.IsRunning.ShouldBeTrue();
        await first.Journal.DisposeAsync();
        _run.IsRunning.ShouldBeFalse();
        var third = _run.OpenJournal();
        third.LastSeq.ShouldBe(1);
        await third.Journal!.DisposeAsync();
    }

    [Fact]
    public void OpenJournal_BrokenInTheMiddle_LeavesItAsItIsAndLetsGo()
    {
        const string Text = "garbage\n{}\n{";
        File.WriteAllText(_run.JournalPath, Text);

        var opening = _run.OpenJournal();

        opening.Journal.ShouldBeNull();
        opening.Problem!.Kind.ShouldBe(JournalProblemKind.Broken);
        opening.Problem.Line.ShouldBe(1);
        File.ReadAllText(_run.JournalPath).ShouldBe(Text);
        _run.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void ReadJournal_WithoutOne_IsEmpty() => _run.ReadJournal().LastSeq.ShouldBe(0);

    [Fact]
    public async Task Cancel_Requested_IsSeenUntilTheRunGoesOn()
    {
        _run.CancelRequested.ShouldBeFalse();
        _run.RequestCancel();
        _run.RequestCancel();
        _store.Find("r1").Run!.CancelRequested.ShouldBeTrue();

        await _run.AppendAsync(new NodeReady("a", 1));
        _run.CancelRequested.ShouldBeTrue("the request was made before the run began");

        await _run.AppendAsync(new NodeReady("a", 1));
        _run.CancelRequested.ShouldBeFalse();
    }

    [Fact]
    public void Cancel_FolderGone_NamesThePath()
    {
        Directory.Delete(_run.Path, recursive: true);

        Should.Throw<IOException>(_run.RequestCancel).Message.ShouldStartWith("the request to cancel cannot be written: " + _run.Path);
    }

    [Fact]
    public async Task WriteReport_Twice_ReplacesItAndLeavesNothingElse()
    {
        await _run.WriteReportAsync("{}"u8.ToArray(), default);
        await _run.WriteReportAsync("{\"a\":1}"u8.ToArray(), default);

        (await File.ReadAllTextAsync(_run.ReportPath)).ShouldBe("{\"a\":1}");
        Directory.GetFiles(_run.Path).Length.ShouldBe(3);
    }

    [Fact]
    public async Task WriteReport_FolderInItsPlace_SaysSo()
    {
        Directory.CreateDirectory(_run.ReportPath);

        (await Should.ThrowAsync<IOException>(() => _run.WriteReportAsync("{}"u8.ToArray(), default))).Message.ShouldContain("this is a folder");
    }

    [Fact]
    public void ReadSnapshot_WhatWasWritten_IsTheSame()
    {
        var snapshot = new RunSnapshot("flows/größe.yaml", new byte[] { 0xEF, 0xBB, 0xBF, 0xFF, 13, 10, 0 })
        {
            Files = new Dictionary<string, string> { ["prompts/a.md"] = "Hello ${user.name}\r\n", ["b.json"] = "" },
            Vars = new Dictionary<string, JsonElement> { ["name"] = JsonValues.From("Ann"), ["count"] = JsonValues.From(1.50m), ["none"] = JsonValues.Null },
            Options = JsonElement.Parse("""{"simulate":"latency=200ms","approvals":["a"]}"""u8),
        };

        var read = _store.Create("r2", snapshot).ReadSnapshot();

        read.Problem.ShouldBeNull();
        read.Snapshot!.SourcePath.ShouldBe(snapshot.SourcePath);
        read.Snapshot.Workflow.ToArray().ShouldBe(snapshot.Workflow.ToArray());
        read.Snapshot.Files.ShouldBe(snapshot.Files, ignoreOrder: true);
        read.Snapshot.Vars.Select(pair => (pair.Key, pair.Value.GetRawText())).ShouldBe([("name", "\"Ann\""), ("count", "1.50"), ("none", "null")]);
        JsonElement.DeepEquals(read.Snapshot.Options, snapshot.Options).ShouldBeTrue();
    }

    [Fact]
    public void ReadSnapshot_WithoutMore_HasEmptyOptions() => _run.ReadSnapshot().Snapshot!.Options.GetRawText().ShouldBe("{}");

    [Theory]
    [InlineData("", "it is missing or empty")]
    [InlineData("null", "it is not the description of a run")]
    [InlineData("{\"v\":1}", "sourcePath")]
    [InlineData("{\"v\":1,", "inputs.json")]
    [InlineData("""{"v":2,"sourcePath":"","files":{},"vars":{},"options":{}}""", "use a newer version")]
    [InlineData("""{"v":1,"sourcePath":null,"files":{},"vars":{},"options":{}}""", "sourcePath")]
    [InlineData("""{"v":1,"sourcePath":"","files":{"a":null},"vars":{},"options":{}}""", "'a' has no text")]
    [InlineData("""{"v":1,"sourcePath":"","files":{},"vars":{},"options":{},"attachments":{"a":null}}""", "'a' has no hash")]
    [InlineData("""{"v":1,"sourcePath":"\ud800","files":{},"vars":{},"options":{}}""", "inputs.json")]
    public void ReadSnapshot_InputsThatCannotBeRead_SaysWhereAndWhy(string json, string why)
    {
        File.WriteAllText(Path.Join(_run.Path, "inputs.json"), json);

        var reading = _run.ReadSnapshot();

        reading.Snapshot.ShouldBeNull();
        reading.Problem!.ShouldContain(why);
        reading.Problem!.ShouldContain(_run.Path);
    }

    [Fact]
    public void ReadSnapshot_GarbageBytes_SaysWhere()
    {
        File.WriteAllBytes(Path.Join(_run.Path, "inputs.json"), [0xFF, 0xFE, 0, 1, 2]);
        _run.ReadSnapshot().Problem!.ShouldContain("inputs.json");
    }

    [Fact]
    public void ReadSnapshot_HugeFile_IsNotRead()
    {
        using (var file = File.Create(Path.Join(_run.Path, "inputs.json")))
        {
            file.SetLength(10L * 1024 * 1024 * 1024);
        }

        _run.ReadSnapshot().Problem!.ShouldContain("longer than 67,108,864 bytes");
    }

    [Fact]
    public void ReadSnapshot_LinkInPlaceOfTheWorkflow_SaysSo()
    {
        File.WriteAllText(_folder["secret"], "secret");
        File.Delete(Path.Join(_run.Path, "workflow.yaml"));
        File.CreateSymbolicLink(Path.Join(_run.Path, "workflow.yaml"), _folder["secret"]);

        _run.ReadSnapshot().Problem!.ShouldContain("links inside the store are not followed");
    }

    [Fact]
    public void ReadSnapshot_OddTexts_SurviveAsTheyAre()
    {
        var text = "\u2028<script>\"'\\\0" + Encoding.UTF8.GetString("🙂"u8);
        var read = _store.Create("r2", RunFolders.Snapshot with { Files = new Dictionary<string, string> { [text] = text } }).ReadSnapshot();

        read.Snapshot!.Files.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, string>(text, text));
    }
}
