using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Prices;
using CsCheck;
using Shouldly;

namespace Binex.Testing.Ledgers;

/// <summary>
/// Plays a schedule of processes that reserve, settle, cancel, die and start again under one cap, and adds up beside it what must
/// be in the books.
/// </summary>
public sealed class ProjectSimulation
{
    private const int Processes = 3;
    private static readonly CallBound Bound = new("m", 0, 100, 10, 0, 10_000, 0);
    private readonly SettableTime _time = new(new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero));
    private readonly IProjectStore _books;
    private readonly FakeProcesses _processes;
    private readonly ProjectCaps _caps;
    private readonly List<Life> _lives = [];
    private readonly Dictionary<string, Money> _spentBefore = [];
    private int _lastProcess;
    private bool _haveSlept;

    private ProjectSimulation(IProjectStore books, int cents)
    {
        _books = books;
        _processes = new FakeProcesses(books);
        _caps = new ProjectCaps(new Money(cents / 100m), new Money(cents / 60m));
    }

    /// <summary>Any schedule.</summary>
    public static Gen<(int Cents, ProjectStep[] Steps)> Any { get; } = Gen.Select(
        Gen.Int[50, 600],
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, Processes - 1], Gen.Int[0, 100], Gen.Int[0, 100], (kind, process, pick, share) => new ProjectStep(kind, process, pick, share)).Array[1, 30],
        (cents, steps) => (cents, steps));

    /// <summary>Plays a schedule against new books.</summary>
    public static void Play(IProjectStore books, (int Cents, ProjectStep[] Steps) given) =>
        new ProjectSimulation(books, given.Cents).PlayAsync(given.Steps).GetAwaiter().GetResult();

    private async Task PlayAsync(ProjectStep[] steps)
    {
        var now = Enumerable.Range(0, Processes).Select(_ => Start()).ToArray();
        foreach (var step in steps)
        {
            Take(step, now);
            Check();
        }

        var until = DateTime.UnixEpoch;
        while (_lives.Exists(life => !life.IsDead && (life.Waiting > 0 || life.Open.Any())) && until < DateTime.UnixEpoch.AddSeconds(30))
        {
            foreach (var life in _lives.Where(life => !life.IsDead))
            {
                life.Open.ToList().ForEach(held => life.Settle(held, 40));
            }

            _time.Advance(TimeSpan.FromMilliseconds(300));
            await Task.Delay(2);
            until = until.AddMilliseconds(2);
            Check();
        }

        _lives.Where(life => !life.IsDead).Sum(life => life.Waiting).ShouldBe(0, "nobody is forgotten");
        foreach (var life in _lives.Where(life => !life.IsDead))
        {
            await life.Ledger.DisposeAsync();
        }

        await Start().Ledger.DisposeAsync();
        var (spent, held) = Read();
        held.ShouldBe(Money.Zero, "no hold outlives its lease");
        var least = _lives.Aggregate(Money.Zero, (sum, life) => sum + life.Least);
        var most = _lives.Aggregate(Money.Zero, (sum, life) => sum + (life.IsDead || _haveSlept ? life.Most : life.Least));
        spent.ShouldBeGreaterThanOrEqualTo(least);
        spent.ShouldBeLessThanOrEqualTo(most, "an end that is not known is charged in full, and never more");
    }

    private void Take(ProjectStep step, Life[] now)
    {
        var life = now[step.Process];
        switch (step.Kind)
        {
            case <= 5:
                life.Reserve(Bound with { MaxOutputTokens = 10 + (step.Pick * 90 / 100), MinOutputTokens = 10 }, step.Share % 2 == 0);
                break;
            case <= 9 when life.Open.ToList() is { Count: > 0 } open:
                life.Settle(open[step.Pick % open.Count], step.Share);
                break;
            case 10:
                life.Cancel(step.Pick);
                break;
            case 11:
                life.Kill();
                _processes.Forget(life.Process);
                now[step.Process] = Start();
                break;
            case 12:
                // Leases are not renewed in time by processes that sleep: they may find their holds charged.
                _haveSlept |= step.Share > 80;
                _time.Advance(step.Share > 80 ? TimeSpan.FromHours(3) : TimeSpan.FromSeconds(step.Share / 20));
                break;
            default:
                break;
        }
    }

    private Life Start()
    {
        var life = new Life(++_lastProcess, _processes, _caps, _time);
        _lives.Add(life);
        return life;
    }

    private void Check()
    {
        foreach (var (period, spent, held, cap) in _books.Transact(Periods))
        {
            (spent + held).ShouldBeLessThanOrEqualTo(cap, period);
            spent.ShouldBeGreaterThanOrEqualTo(_spentBefore.GetValueOrDefault(period), "spending never decreases");
            _spentBefore[period] = spent;
        }
    }

    private List<(string Period, Money Spent, Money Held, Money Cap)> Periods(ProjectBook book)
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        var held = book.Leases.SelectMany(lease => lease.Held).ToList();
        Money Sum(Func<DateOnly, bool> belongs) => held.Where(hold => belongs(hold.Key)).Aggregate(Money.Zero, (sum, hold) => sum + hold.Value);
        return
        [
            (ProjectBook.PeriodOf(today), book.SpentIn(ProjectBook.PeriodOf(today)), Sum(day => day == today), _caps.Day!.Value),
            (ProjectBook.MonthOf(today), book.SpentIn(ProjectBook.MonthOf(today)), Sum(day => day.Month == today.Month), _caps.Month!.Value),
        ];
    }

    private (Money Spent, Money Held) Read() => _books.Transact(book => (
        book.SpentIn("2026-11") + book.SpentIn("2026-12") + book.SpentIn("2027-01"),
        book.Leases.SelectMany(lease => lease.Held.Values).Aggregate(Money.Zero, (sum, held) => sum + held)));

    /// <summary>One process from its start to its end.</summary>
    private sealed class Life
    {
        private readonly MortalStore _store;
        private readonly List<(Task<ReservationResult> Answer, CancellationTokenSource Cancel, Money Most)> _wishes = [];
        private readonly Dictionary<long, (Money Held, Money Spent)> _settled = [];

        public Life(int process, FakeProcesses processes, ProjectCaps caps, TimeProvider time)
        {
            Process = process;
            _store = new MortalStore(processes.As(process));
            Ledger = ProjectLedger.Open(new Ledger(Cap.None, _ => Cap.None), caps, _store, $"run-{process}", time);
        }

        public int Process { get; }

        public ProjectLedger Ledger { get; }

        public bool IsDead { get; private set; }

        public int Waiting => _wishes.Count(wish => !wish.Answer.IsCompleted);

        public IEnumerable<Reservation> Open => Held.Where(reservation => !_settled.ContainsKey(reservation.Id));

        /// <summary>The least that the books must have of it: all charges, and of a dead process nothing that it could not write.</summary>
        public Money Least => Sum(_settled.Values.Select(call => call.Spent)) + (IsDead ? Sum(Open.Select(reservation => reservation.Cost)) : Money.Zero);

        /// <summary>The most, where others took it for dead: every hold in full, also of calls that were given up while they were being answered.</summary>
        public Money Most => Sum(Held.Select(reservation => reservation.Cost))
            + Sum(_wishes.Where(wish => wish.Answer.IsCanceled).Select(wish => wish.Most));

        private IEnumerable<Reservation> Held =>
            _wishes.Where(wish => wish.Answer.IsCompletedSuccessfully).Select(wish => wish.Answer.Result.Reservation).OfType<Reservation>();

        public void Reserve(CallBound bound, bool mayShrink)
        {
            var cancel = new CancellationTokenSource();
            _wishes.Add((Ledger.ReserveAsync(new ReservationRequest($"n{_wishes.Count % 3}", bound, mayShrink), cancel.Token).AsTask(), cancel, bound.Max));
        }

        public void Settle(Reservation reservation, int share)
        {
            var spent = reservation.Cost * (share / 100m);
            _settled.Add(reservation.Id, (reservation.Cost, spent));
            Ledger.Settle(reservation, new Amount(spent, 1, 1));
        }

        public void Cancel(int pick)
        {
            if (_wishes.Count > 0)
            {
                _wishes[pick % _wishes.Count].Cancel.Cancel();
            }
        }

        public void Kill()
        {
            _store.Kill();
            IsDead = true;
            SpinWait.SpinUntil(() => Waiting == 0, TimeSpan.FromMilliseconds(1));
        }

        private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
    }
}
