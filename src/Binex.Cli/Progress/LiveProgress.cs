using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Spectre.Console;

namespace Binex.Cli.Progress;

/// <summary>Lines of nodes that change while the run goes, for terminals.</summary>
internal sealed class LiveProgress : ProgressView, ILiveText
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);
    private readonly Lock _lock = new();
    private readonly RunTally _tally = new();
    private readonly LiveLines _lines;
    private readonly CliContext _context;
    private readonly IAnsiConsole _console;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _drawing;
    private int _frame;

    public LiveProgress(CliContext context, Workflow workflow)
    {
        _context = context;
        _lines = new LiveLines(workflow);
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Console.Error), Ansi = AnsiSupport.Yes });
        _drawing = _console.Live(Draw()).AutoClear(true).StartAsync(DrawUntilEndedAsync);
    }

    public override void OnEvent(JournalEntry entry)
    {
        lock (_lock)
        {
            _tally.Apply(entry);
        }
    }

    public void OnText(string node, string line)
    {
        lock (_lock)
        {
            _tally.Say(node, line);
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
        using var timer = new PeriodicTimer(Interval, _context.Time);
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
            // The run has ended; the lines are cleared and the summary takes their place.
        }
    }

    private Rows Draw()
    {
        // The window may have another size by now.
        _console.Profile.Width = _context.Console.Width;
        lock (_lock)
        {
            var lines = _lines.Draw(_tally, _context.Console.Width, _context.Console.Height, _context.Time.GetUtcNow(), _frame);
            return new Rows(lines.Select(line => line.Length == 0 ? new Text(" ") : (Spectre.Console.Rendering.IRenderable)new Markup(line)));
        }
    }
}
