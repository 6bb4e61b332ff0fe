using Binex.Ci.Comments;
using Binex.Cli.Commands;
using Binex.Core.Runs;
using Binex.Core.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commenting;

/// <summary>The arguments and options of <c>comment</c>.</summary>
internal sealed class CommentFlags
{
    public CommentFlags(CommandLineApplication command)
    {
        Platform = command.Argument("PLATFORM", "github, gitlab or azure").IsRequired(false, "name the platform: github, gitlab or azure");
        Paths = command.Argument(
            "FILE", "what plan and diff wrote with --format json and run with --report FILE.json, or folders of such files", multipleValues: true)
            .IsRequired(false, "name the files to tell of");
        Behavior = command.Option("--behavior <WHAT>", "update the comment of an earlier build, always post a new one, or off; default: update", CommandOptionType.SingleValue);
        DryRun = command.Option("--dry-run", "print the comment, and post and write nothing", CommandOptionType.NoValue);
        Tag = command.Option("--tag <NAME>", $"tells comments of several builds apart; default: {CommentMarker.DefaultTag}", CommandOptionType.SingleValue);
        Repository = command.Option("--repository <NAME>", "the repository: OWNER/NAME, at GitLab a project; default: that of the build", CommandOptionType.SingleValue);
        PullRequest = command.Option("--pull-request <N>", "the pull request; default: that of the build", CommandOptionType.SingleValue);
        Commit = command.Option("--commit <SHA>", "the commit that was looked at; default: that of the build", CommandOptionType.SingleValue);
        ReportUrl = command.Option("--report-url <URL>", "where the whole report is; the comment has a link to it", CommandOptionType.SingleValue);
        Format = command.Format();
    }

    public CommandArgument Platform { get; }

    public CommandArgument Paths { get; }

    public CommandOption Behavior { get; }

    public CommandOption DryRun { get; }

    public CommandOption Tag { get; }

    public CommandOption Repository { get; }

    public CommandOption PullRequest { get; }

    public CommandOption Commit { get; }

    public CommandOption ReportUrl { get; }

    public CommandOption Format { get; }

    /// <summary>What is wrong with the values; null when nothing is.</summary>
    public CliProblem? Problem() =>
        Platform.Value is not ("github" or "gitlab" or "azure") ? Wrong($"there is no platform '{Platform.Value}'", "there are github, gitlab and azure")
        : Behavior.Value() is not (null or "update" or "new" or "off") ? Wrong($"--behavior takes update, new or off, and not '{Behavior.Value()}'")
        : Tag.Value() is { } tag && !CommentMarker.IsTag(tag) ? Wrong($"--tag takes letters, digits, dots, dashes and underscores, and not '{tag}'")
        : PullRequest.Value() is { } number && !(number.Length is > 0 and < 10 && number.All(char.IsAsciiDigit)) ? Wrong($"--pull-request takes a number, and not '{number}'")
        : Commit.Value() is { } commit && !CommentMarker.IsCommit(commit) ? Wrong($"--commit takes the name of a commit, and not '{commit}'")
        : ReportUrl.Value() is { } url && Link(url) is null ? Wrong($"--report-url takes an address that begins with https:// or http://, and not '{url}'")
        : null;

    /// <summary>What becomes of the comment of an earlier build.</summary>
    public CommentBehavior ReadBehavior() => Behavior.Value() switch
    {
        "new" => CommentBehavior.New,
        "off" => CommentBehavior.Off,
        _ => CommentBehavior.Update,
    };

    /// <summary>An address as it can stand in a comment; null when it is none.</summary>
    public static string? Link(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    private static CliProblem Wrong(string message, string? hint = null) => new(ExitCodes.NothingRun, TerminalText.SanitizeLine(message), hint);
}
