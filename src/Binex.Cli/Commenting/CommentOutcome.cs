using Binex.Ci.Comments;
using Binex.Ci.Platforms;
using Binex.Cli.Output;
using Binex.Core.Runs;
using Binex.Core.Text;

namespace Binex.Cli.Commenting;

/// <summary>Says what became of a comment.</summary>
/// <param name="Word">It in one word, for machines.</param>
/// <param name="Sentence">It for people.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record CommentOutcome(string Word, string Sentence, int ExitCode = ExitCodes.Success)
{
    /// <summary>Whether somebody should look at it.</summary>
    public bool IsWarning => Word == "not_allowed";

    public static CommentOutcome Off { get; } = new("off", "nothing is posted, as was asked for");

    /// <summary>That of a posting.</summary>
    public static CommentOutcome Of(Posting posting) => posting switch
    {
        { Failure: { Kind: PlatformFailureKind.NotAllowed } failure } => NotAllowed($"the token may not comment ({failure.Message}); in a pull request of a fork it never may: see docs/ci.md"),
        { Failure: { Kind: PlatformFailureKind.Passing } failure } => new("unreachable", failure.Message, ExitCodes.Unreachable),
        { Failure: { } failure } => new("refused", failure.Message, ExitCodes.NothingRun),
        { Update: null } => new("no_pull_request", "this build belongs to no pull request: nothing is posted"),
        { Update.Kind: UpdateKind.Create } => new("created", $"posted a comment {posting.Url}".TrimEnd()),
        { Update.Kind: UpdateKind.Edit } => new("edited", $"updated the comment {posting.Url}".TrimEnd()),
        { Update.Kind: UpdateKind.Unchanged } => new("unchanged", $"the comment says so already {posting.Url}".TrimEnd()),
        { Update.Kind: UpdateKind.NoNews } => new("no_news", "costs are as they were, and no comment says anything else: nothing is posted"),
        _ => new("stale", $"nothing is posted: {posting.Update.Reason}"),
    };

    /// <summary>That of a build that may not comment.</summary>
    public static CommentOutcome NotAllowed(string why) => new("not_allowed", $"nothing is posted: {why}");

    /// <summary>Prints it, and returns the exit code.</summary>
    public int Print(CliContext context, Printer printer, Comment comment, string? url)
    {
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteString("outcome", Word);
                writer.WriteString("message", Sentence);
                if (url is { Length: > 0 })
                {
                    writer.WriteString("url", url);
                }

                writer.WriteString("body", comment.Body);
                writer.WriteEndObject();
            });
            return ExitCode;
        }

        if (ExitCode != ExitCodes.Success)
        {
            return printer.Fail(new CliProblem(ExitCode, TerminalText.SanitizeLine(Sentence)));
        }

        var to = IsWarning ? context.Console.Error : context.Console.Out;
        to.WriteLine(TerminalText.SanitizeLine(IsWarning ? $"warning: {Sentence}" : Sentence));
        return ExitCode;
    }
}
