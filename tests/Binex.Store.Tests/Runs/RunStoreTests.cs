using Binex.Core.Runs.Events;
using Binex.Store.Runs;

namespace Binex.Store.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RunStore _store;

    public RunStoreTests() => _store = new RunStore(_folder[".binex"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Constructor_Alone_MakesNothing()
    {
        _store.List().ShouldBeEmpty();
        Directory.Exists(_folder[".binex"]).ShouldBeFalse();
    }

    [Fact]
    public void Create_NewRun_HasItsSnapshotAndNothingElse()
    {
        var run = _store.Create("20261122-174812-k3f9", RunFolders.Snapshot);

        run.Path.ShouldBe(Path.Join(_folder[".binex"], "runs", "20261122-174812-k3f9"));
        Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).ShouldBe(["inputs.json", "workflow.yaml"], ignoreOrder: true);
        Directory.GetFileSystemEntries(Path.Join(_folder[".binex"], "runs")).ShouldBe([run.Path]);
    }

    [Fact]
    public void Create_Twice_ThrowsAndLeavesTheFirstAlone()
    {
        var run = _store.Create("r1", RunFolders.Snapshot);

        Should.Throw<IOException>(() => _store.Create("r1", RunFolders.Snapshot with { SourcePath = "other.yaml" })).Message.ShouldContain("r1");

        run.ReadSnapshot().Snapshot!.SourcePath.ShouldBe("flows/greet.yaml");
    }

    [Fact]
    public void Create_AfterOneThatDiedHalfWay_Works()
    {
        Directory.CreateDirectory(_folder[".binex/runs/.r1"]);
        File.WriteAllText(_folder[".binex/runs/.r1/workflow.yaml"], "half");
        _store.List().ShouldBeEmpty();

        _store.Create("r1", RunFolders.Snapshot).ReadSnapshot().Snapshot!.Workflow.ToArray().ShouldBe(RunFolders.Snapshot.Workflow.ToArray());
    }

    [Fact]
    public void Create_FileInPlaceOfTheStore_SaysSo()
    {
        File.WriteAllText(_folder[".binex"], "");

        Should.Throw<IOException>(() => _store.Create("r1", RunFolders.Snapshot)).Message.ShouldStartWith("the folder of the run cannot be made: " + _folder[".binex"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("..")]
    [InlineData("../r1")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("c:r1")]
    [InlineData(".r1")]
    [InlineData("-r1")]
    [InlineData("R1")]
    [InlineData("r1\0")]
    [InlineData("r 1")]
    [InlineData("0123456789-0123456789-0123456789-0123456789-0123456789-0123456789")]
    public void Create_WhatIsNoId_Throws(string id)
    {
        Should.Throw<ArgumentException>(() => _store.Create(id, RunFolders.Snapshot));
        Directory.Exists(_folder[".binex"]).ShouldBeFalse();
    }

    [Fact]
    public void Find_WithoutRuns_SaysWhatToDo()
    {
        var lookup = _store.Find("latest");

        lookup.Run.ShouldBeNull();
        lookup.Problem!.ShouldContain("dotnet binex run");
    }

    [Theory]
    [InlineData("latest", "20261123-090000-zzzz")]
    [InlineData("LATEST", "20261123-090000-zzzz")]
    [InlineData("20261122-174812-k3f9", "20261122-174812-k3f9")]
    [InlineData(" 20261122-174812-K3F9 ", "20261122-174812-k3f9")]
    [InlineData("20261123", "20261123-090000-zzzz")]
    [InlineData("20261122-1749", "20261122-174900-aaaa")]
    [InlineData("r", "r")]
    [InlineData("r1", "r1")]
    public void Find_LatestIdOrPrefix_IsTheRun(string text, string id)
    {
        foreach (var each in new[] { "r", "r1", "r12", "20261122-174812-k3f9", "20261122-174900-aaaa", "20261123-090000-zzzz" })
        {
            if (text is not ("latest" or "LATEST") || !each.StartsWith('r'))
            {
                _store.Create(each, RunFolders.Snapshot);
            }
        }

        var lookup = _store.Find(text);

        lookup.Run!.RunId.ShouldBe(id);
        lookup.Problem.ShouldBeNull();
    }

    [Fact]
    public void Find_PrefixOfSeveral_ListsThemNewestFirst()
    {
        for (var i = 10; i < 23; i++)
        {
            _store.Create($"202611{i}-000000-aaaa", RunFolders.Snapshot);
        }

        var lookup = _store.Find("202611");

        lookup.Run.ShouldBeNull();
        lookup.Candidates.Count.ShouldBe(10);
        lookup.Candidates[0].ShouldBe("20261122-000000-aaaa");
        lookup.Problem!.ShouldStartWith("13 runs begin with '202611': 20261122-000000-aaaa, ");
        lookup.Problem.ShouldContain("and 3 more");
    }

    [Fact]
    public void Find_NearlyAnId_SuggestsIt()
    {
        _store.Create("20261122-174812-k3f9", RunFolders.Snapshot);
        _store.Create("20261123-000000-aaaa", RunFolders.Snapshot);

        var lookup = _store.Find("20261122-174812-k3g9");

        lookup.Candidates.ShouldBe(["20261122-174812-k3f9"]);
        lookup.Problem!.ShouldContain("did you mean '20261122-174812-k3f9'?");
    }

    [Theory]
    [InlineData("nothing-like-it")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("\0")]
    public void Find_NothingLikeAnId_ListsTheNewest(string text)
    {
        _store.Create("20261122-174812-k3f9", RunFolders.Snapshot);
        _store.Create("20261123-000000-aaaa", RunFolders.Snapshot);

        var lookup = _store.Find(text);

        lookup.Run.ShouldBeNull();
        lookup.Candidates.ShouldBe(["20261123-000000-aaaa", "20261122-174812-k3f9"]);
        lookup.Problem!.ShouldContain("the newest are 20261123-000000-aaaa, 20261122-174812-k3f9");
    }

    [Fact]
    public async Task Artifacts_OfTheStore_LieInItsFolder()
    {
        var hash = await _store.Artifacts.PutAsync("abc"u8.ToArray(), durable: false, default);

        File.Exists(Path.Join(_folder[".binex"], "artifacts", hash[..2], hash[2..])).ShouldBeTrue();
    }

    [Fact]
    public async Task List_FilesAndFoldersThatAreNoRuns_AreLeftOut()
    {
        await _store.AddAsync("r1", new NodeReady("a", 1));
        File.WriteAllText(_folder[".binex/runs/r2"], "");
        Directory.CreateDirectory(_folder[".binex/runs/Not A Run"]);

        _store.List().Select(run => run.Id).ShouldBe(["r1"]);
    }
}
