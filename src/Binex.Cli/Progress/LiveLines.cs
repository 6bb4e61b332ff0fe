using Binex.Cli.Output;
using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Binex.Cli.Progress;

/// <summary>
/// Lays out what a person at a terminal sees of a run: a line for each node, in columns that stay where they are, and a line for
/// the whole. Never more than the window holds: what runs is in sight first, then what failed, what is to come, what has ended.
/// </summary>
/// <param name="workflow">What runs.</param>
internal sealed class LiveLines(Workflow workflow)
{
    private const int StatusWidth = 9;
    private const int TimeWidth = 10;
    private const int CostWidth = 11;
    private const int Gap = 2;
    private const int ShortestName = 8;
    private const int ShortestLine = 12;
    private const int FewestRows = 3;
    private const int MostRows = 30;

    // The summary below the nodes, the line that counts the others, and the line where the cursor is.
    private const int OtherRows = 4;
    private const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private readonly int _longestName = workflow.Nodes.Max(node => node.Id.Length);
    private readonly int _costWidth = workflow.Nodes.Any(node => node.Agent.Scheme == "llm") ? CostWidth + Gap : 0;

    /// <summary>The lines, in Spectre's markup.</summary>
    /// <param name="tally">What has happened.</param>
    /// <param name="width">Columns of the window.</param>
    /// <param name="height">Lines of the window.</param>
    /// <param name="now">The time.</param>
    /// <param name="frame">Counts the drawings; turns what shows that something runs.</param>
    public List<string> Draw(RunTally tally, int width, int height, DateTimeOffset now, int frame)
    {
        var rows = Math.Clamp(height - OtherRows, FewestRows, MostRows);
        var shown = Shown(tally, rows);
        var name = Math.Clamp(width - FixedWidth - 1, ShortestName, Math.Max(ShortestName, _longestName));
        var lines = shown.Select(id => LineOf(id, tally.Nodes.GetValueOrDefault(id), name, width, now, frame)).ToList();
        if (shown.Count < workflow.Nodes.Count)
        {
            lines.Add($"[grey]  … and {workflow.Nodes.Count - shown.Count} more nodes[/]");
        }

        var ended = tally.Nodes.Values.Count(node => node.Status is not (NodeStatus.Running or NodeStatus.Waiting or NodeStatus.Pending));
        var budget = tally.MaxCost is { } cap ? $" of {cap}" : "";
        var elapsed = tally.StartedAt == default ? TimeSpan.Zero : now - tally.StartedAt;
        lines.Add("");
        lines.Add($"  [bold]{ended}/{workflow.Nodes.Count}[/] nodes · {tally.Spent}{budget} · {Seconds(elapsed)}");
        return lines;
    }

    private int FixedWidth => Gap + Gap + StatusWidth + Gap + TimeWidth + _costWidth;

    private List<string> Shown(RunTally tally, int rows)
    {
        var ids = workflow.Nodes.Select(node => node.Id);
        if (workflow.Nodes.Count > rows)
        {
            ids = ids.OrderBy(id => tally.Nodes.GetValueOrDefault(id)?.Status switch
            {
                NodeStatus.Running or NodeStatus.Waiting => 0,
                NodeStatus.Failed or NodeStatus.Refused => 1,
                null or NodeStatus.Pending => 2,
                _ => 3,
            });
        }

        return [.. ids.Take(rows)];
    }

    private string LineOf(string id, NodeProgress? node, int nameWidth, int width, DateTimeOffset now, int frame)
    {
        var status = node?.Status ?? NodeStatus.Pending;
        var (icon, colour) = Look(status, frame);
        var shown = id.Length > nameWidth ? Shortened(id, nameWidth) : id.PadRight(nameWidth);
        var time = node switch
        {
            { Duration: { } taken } => DurationText.Of(taken),
            { Status: NodeStatus.Running or NodeStatus.Waiting, StartedAt: { } start } => Seconds(now - start),
            _ => "",
        };
        var cost = node is not null && node.Cost > Money.Zero ? node.Cost.ToString() : "";
        var line = $"[{colour}]{icon}[/] {Markup.Escape(shown)}  [{colour}]{StatusText.Of(status),-StatusWidth}[/]  {time,TimeWidth}" + cost.PadLeft(_costWidth);
        var note = NoteOf(node);
        var room = width - nameWidth - FixedWidth - Gap - 1;
        return note.Length > 0 && note.Length <= room ? $"{line}  [grey]{note}[/]"
            : note.Length == 0 && node is { Status: NodeStatus.Running, Line.Length: > 0 } && room >= ShortestLine ? $"{line}  [grey]{Markup.Escape(EndOf(node.Line, room))}[/]"
            : line.TrimEnd();
    }

    // What is new stands at its end. Some letters are two columns wide.
    private static string EndOf(string said, int room)
    {
        var text = TerminalText.SanitizeLine(said);
        if (new Segment(text).CellCount() <= room)
        {
            return text;
        }

        var at = Math.Max(0, text.Length - room + 1);
        while (at < text.Length && (char.IsLowSurrogate(text[at]) || new Segment(text[at..]).CellCount() >= room))
        {
            at++;
        }

        return $"…{text[at..]}";
    }

    // Names that are generated differ at their ends.
    private static string Shortened(string id, int length) => $"{id[..(length / 2)]}…{id[^(length - (length / 2) - 1)..]}";

    private static string NoteOf(NodeProgress? node)
    {
        var iteration = node is { Iteration: > 1 } ? $"iteration {node.Iteration}" : "";
        var retries = node switch
        {
            { Retries: 1 } => "1 retry",
            { Retries: > 1 } => $"{node.Retries} retries",
            _ => "",
        };
        return iteration.Length > 0 && retries.Length > 0 ? $"{iteration}, {retries}" : iteration + retries;
    }

    // Milliseconds of what still runs would only flicker.
    private static string Seconds(TimeSpan time) => time < TimeSpan.FromMinutes(1) ? $"{Math.Max(0, time.TotalSeconds):0.0} s" : DurationText.Of(time);

    private static (string Icon, string Colour) Look(NodeStatus status, int frame) => status switch
    {
        NodeStatus.Running => (Spinner[frame % Spinner.Length].ToString(), "blue"),
        NodeStatus.Waiting => ("?", "yellow"),
        NodeStatus.Completed or NodeStatus.Reused => ("✔", "green"),
        NodeStatus.Failed => ("✘", "red"),
        NodeStatus.Refused => ("$", "red"),
        NodeStatus.Skipped => ("-", "grey"),
        NodeStatus.Blocked or NodeStatus.Cancelled => ("■", "grey"),
        _ => ("·", "grey"),
    };
}
