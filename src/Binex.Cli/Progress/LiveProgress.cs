using Binex.Cli.Output;
using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Binex.Cli.Progress;

/// <summary>A table of nodes that changes while the run goes, for terminals.</summary>
internal sealed class LiveProgress : ProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);
    private const int MostRows = 24;
    private readonly Lock _lock = new();
    private readonly RunTally _tally = new();
    private readonly Workflow _workflow;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _drawing;
    private int _frame;

    public LiveProgress(CliContext context, Workflow workflow)
    {
        _workflow = workflow;
        _time = context.Time;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Console.Error), Ansi = AnsiSupport.Yes });
        console.Profile.Width = context.Console.Width;
        _drawing = console.Live(Draw()).AutoClear(true).StartAsync(DrawUntilEndedAsync);
    }

    public override void OnEvent(JournalEntry entry)
    {
        lock (_lock)
        {
            _tally.Apply(entry);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _drawing;
        _ended.Dispose();
        await base.DisposeAsync();
    }

    private async Task DrawUntilEndedAsync(LiveDisplayContext display)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                _frame++;
                display.UpdateTarget(Draw());
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended; the table is cleared and the summary takes its place.
        }
    }

    private Table Draw()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "node", "status", "time", "cost");
            var shown = Shown().ToList();
            foreach (var node in shown)
            {
                AddRow(table, node, now);
            }

            var ended = _tally.Nodes.Values.Count(node => node.Status is not (NodeStatus.Running or NodeStatus.Waiting or NodeStatus.Pending));
            var budget = _tally.MaxCost is { } cap ? $" of {cap}" : "";
            var elapsed = _tally.StartedAt == default ? TimeSpan.Zero : now - _tally.StartedAt;
            table.AddRow(new Text(""));
            table.AddRow(new Text(""), new Markup($"[bold]{ended}/{_workflow.Nodes.Count}[/] nodes"), new Text($"{_tally.Spent}{budget}"), new Text(DurationText.Of(elapsed)));
            return table;
        }
    }

    // What runs is always in sight; then what has not begun, then what has ended.
    private IEnumerable<string> Shown()
    {
        if (_workflow.Nodes.Count <= MostRows)
        {
            return _workflow.Nodes.Select(node => node.Id);
        }

        return _workflow.Nodes.Select(node => node.Id)
            .OrderBy(id => _tally.Nodes.GetValueOrDefault(id)?.Status switch
            {
                NodeStatus.Running or NodeStatus.Waiting => 0,
                NodeStatus.Failed or NodeStatus.Refused => 1,
                null => 2,
                _ => 3,
            })
            .Take(MostRows);
    }

    private void AddRow(Table table, string id, DateTimeOffset now)
    {
        var node = _tally.Nodes.GetValueOrDefault(id);
        var (icon, colour) = Look(node?.Status ?? NodeStatus.Pending);
        var duration = node?.Duration ?? (node is { Status: NodeStatus.Running, StartedAt: { } start } ? now - start : null);
        IRenderable[] cells =
        [
            new Markup($"[{colour}]{icon}[/]"),
            new Text(TerminalText.Sanitize(id)),
            new Markup($"[{colour}]{StatusText.Of(node?.Status ?? NodeStatus.Pending)}{(node is { Iteration: > 1 } ? $" #{node.Iteration}" : "")}{(node is { Retries: > 0 } ? $", {node.Retries} retries" : "")}[/]"),
            new Text(duration is { } taken ? DurationText.Of(taken) : ""),
            new Text(node is { } spent && spent.Cost > Money.Zero ? spent.Cost.ToString() : ""),
        ];
        table.AddRow(cells);
    }

    private (string Icon, string Colour) Look(NodeStatus status) => status switch
    {
        NodeStatus.Running => ("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"[_frame % 10].ToString(), "blue"),
        NodeStatus.Waiting => ("?", "yellow"),
        NodeStatus.Completed or NodeStatus.Reused => ("✔", "green"),
        NodeStatus.Failed => ("✘", "red"),
        NodeStatus.Refused => ("$", "red"),
        NodeStatus.Skipped => ("-", "grey"),
        NodeStatus.Blocked or NodeStatus.Cancelled => ("■", "grey"),
        _ => ("·", "grey"),
    };
}
