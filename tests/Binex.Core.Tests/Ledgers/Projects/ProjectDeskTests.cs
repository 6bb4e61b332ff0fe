using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Prices;
using Binex.Testing.Ledgers;

namespace Binex.Core.Tests.Ledgers.Projects;

public sealed class ProjectDeskTests
{
    private static readonly ProjectWish Dollar = new(new CallBound("m", 0, 100, 10, 0, 10_000, 0), 100, 100);
    private readonly MemoryProjectStore _books = new();
    private readonly SettableClock _clock = new();

    [Fact]
    public void Serve_TheClockWasSetBack_StillFindsOutThatAProcessIsDead()
    {
        var processes = new FakeProcesses(_books);
        var caps = new ProjectCaps(null, new Money(1));
        var dead = new ProjectDesk(caps, processes.As(7), "dead", _clock);
        _books.Transact(book => dead.Serve(book, [], [Dollar])).ShouldHaveSingleItem().Value.Hold.ShouldNotBeNull();
        var waiting = new ProjectDesk(caps, processes.As(1), "waiting", _clock);
        _books.Transact(waiting.Open);
        _clock.Now -= TimeSpan.FromHours(1);
        _books.Transact(book => waiting.Serve(book, [], [Dollar])).ShouldBeEmpty();

        processes.Forget(7);
        _clock.Elapsed += TimeSpan.FromSeconds(1);
        _clock.Now += TimeSpan.FromSeconds(1);
        _books.Transact(book => waiting.Serve(book, [], [Dollar]));

        _books.Transact(book => book.SpentIn("2026-11")).ShouldBe(new Money(1));
    }
}
