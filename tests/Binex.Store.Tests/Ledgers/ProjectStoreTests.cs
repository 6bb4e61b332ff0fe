using System.Diagnostics;
using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;
using Binex.Store.Disk;
using Binex.Store.Ledgers;

namespace Binex.Store.Tests.Ledgers;

public sealed class ProjectStoreTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private readonly TempFolder _folder = new();

    private ProjectStore Store => new(_folder["store"], TimeProvider.System);

    private string Database => Path.Join(_folder["store"], "ledger.db");

    private string Lock => Path.Join(_folder["store"], "ledger.lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Transact_WhatWasChanged_IsThereForTheNext()
    {
        var lease = new ProjectLease("a", new LeaseHolder("m", 7, DateTimeOffset.UnixEpoch), "run", new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.Zero))
        {
            Ticket = 3,
            Held = new Dictionary<DateOnly, Money> { [Day] = new(0.123456789012345678m), [Day.AddDays(1)] = new(2) },
        };
        Store.Transact(book => Change(book, () =>
        {
            book.Put(lease);
            book.Put(lease with { Id = "b", Ticket = null });
            book.Charge(Day, new Money(0.1m));
        }));
        Store.Transact(book => Change(book, () => book.Remove("b")));

        Store.Transact(book =>
        {
            var kept = book.Leases.ShouldHaveSingleItem();
            (kept with { Held = lease.Held }).ShouldBe(lease);
            kept.Held.ShouldBe(lease.Held);
            book.SpentIn("2026-11-24").ShouldBe(new Money(0.1m));
            book.SpentIn("2026-11").ShouldBe(new Money(0.1m));
            return book.SpentIn("2026-10");
        }).ShouldBe(Money.Zero);
    }

    [Fact]
    public void Transact_OneProcessKeepsTheLock_GivesUp()
    {
        Store.Transact(_ => true);
        using var held = FileLock.TryTake(Lock);

        Should.Throw<IOException>(() => new ProjectStore(_folder["store"], new LookedAtClock(_ => { })).Transact(_ => true))
            .Message.ShouldContain("locked by another process for 30 s");
    }

    [Fact]
    public void Transact_OthersTakeTurnsWithTheLock_WaitsForItsOwn()
    {
        Store.Transact(_ => true);
        var held = FileLock.TryTake(Lock);
        var clock = new LookedAtClock(looks =>
        {
            File.SetLastWriteTimeUtc(Lock, DateTime.UnixEpoch.AddSeconds(looks));
            if (looks == 20)
            {
                held!.Dispose();
            }
        });

        new ProjectStore(_folder["store"], clock).Transact(_ => true).ShouldBeTrue();
    }

    [Fact]
    public void Transact_TheWorkThrows_KeepsNothing()
    {
        Store.Transact(book => Change(book, () => book.Charge(Day, new Money(1))));

        Should.Throw<IOException>(() => Store.Transact<bool>(book =>
        {
            book.Charge(Day, new Money(5));
            throw new InvalidOperationException("no");
        }));

        Store.Transact(book => book.SpentIn("2026-11")).ShouldBe(new Money(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database")]
    [InlineData("this is no database", 2_000)]
    public void Transact_TheFileIsNoDatabase_SaysSoAndLeavesItAlone(string text, int times = 1)
    {
        var content = string.Concat(Enumerable.Repeat(text, times));
        Directory.CreateDirectory(_folder["store"]);
        File.WriteAllText(Database, content);

        var problem = Should.Throw<IOException>(() => Store.Transact(book => book.Leases.Count));

        problem.Message.ShouldContain("is damaged");
        problem.Message.ShouldContain(Database);
        content.ShouldStartWith(File.ReadAllText(Database)[..text.Length]);
    }

    [Fact]
    public void Transact_APartOfTheFileIsOverwritten_NeverForgetsWhatWasSpent()
    {
        Store.Transact(book => Change(book, () => book.Charge(Day, new Money(1))));
        var whole = File.ReadAllBytes(Database);
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var broken = (byte[])whole.Clone();
            var at = random.Next(broken.Length / 512) * 512;
            if (i % 3 > 0)
            {
                random.NextBytes(broken.AsSpan(at, 512));
            }
            else
            {
                // A part that never reached the disk reads as zeros, often a whole page.
                at = at / 8192 * 8192;
                broken.AsSpan(at, 8192).Clear();
            }

            File.WriteAllBytes(Database, broken);
            File.Delete(Path.Join(_folder["store"], "ledger-log.db"));
            try
            {
                Store.Transact(book => book.SpentIn("2026-11")).ShouldBe(new Money(1), $"attempt {i}: what was at {at} was overwritten");
            }
            catch (IOException problem)
            {
                problem.Message.ShouldContain(Database);
            }
        }
    }

    [Fact]
    public void Transact_TheFileIsAFolderOrALink_IsRefused()
    {
        Directory.CreateDirectory(Database);
        Should.Throw<IOException>(() => Store.Transact(book => book.Leases.Count)).Message.ShouldContain("this is a folder");
    }

    [Theory]
    [InlineData("ledger-log.db")]
    [InlineData("ledger-new-log.db")]
    public void Transact_ALogIsALinkToAnotherFile_LeavesThatFileAlone(string log)
    {
        Directory.CreateDirectory(_folder["store"]);
        File.WriteAllText(_folder["other"], "precious");
        File.CreateSymbolicLink(Path.Join(_folder["store"], log), _folder["other"]);

        try
        {
            Store.Transact(book => Change(book, () => book.Charge(Day, new Money(1))));
        }
        catch (IOException problem)
        {
            problem.Message.ShouldContain(log);
            problem.Message.ShouldContain("this is a link");
        }

        File.ReadAllText(_folder["other"]).ShouldBe("precious");
    }

    [Fact]
    public void Transact_TheStoreIsAFile_IsRefused()
    {
        File.WriteAllText(_folder["store"], "");

        Should.Throw<IOException>(() => Store.Transact(book => book.Leases.Count)).Message.ShouldContain(_folder["store"]);
    }

    [Fact]
    public async Task Transact_AnotherIsAtIt_WaitsForIt()
    {
        Directory.CreateDirectory(_folder["store"]);
        var held = FileLock.TryTake(Path.Join(_folder["store"], "ledger.lock")).ShouldNotBeNull();
        var work = Task.Run(() => Store.Transact(book => book.Leases.Count));
        work.IsCompleted.ShouldBeFalse();

        held.Dispose();

        (await work.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe(0);
    }

    [Fact]
    public void IsGone_ProcessesThatLiveAndThatDoNot_AreToldApart()
    {
        var self = Store.Self;
        Store.IsGone(self).ShouldBeFalse();
        Store.IsGone(self with { Started = self.Started.AddHours(-1) }).ShouldBeTrue("another process had its id");
        Store.IsGone(self with { Machine = "elsewhere", ProcessId = 1 }).ShouldBeFalse("nothing is known of other machines");

        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var holder = self with { ProcessId = ended.Id, Started = new DateTimeOffset(ended.StartTime.ToUniversalTime(), TimeSpan.Zero) };
        ended.WaitForExit();
        Store.IsGone(holder).ShouldBeTrue();
    }

    private static bool Change(ProjectBook book, Action change)
    {
        change();
        return book.Leases.Count >= 0;
    }
}
