using Binex.Ci.Comments;
using Binex.Ci.GitHub;
using Binex.Ci.Platforms;
using Binex.Ci.Results;
using Binex.Cli.Commenting;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Reports.Diagnostics;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Commands;

/// <summary><c>comment github|gitlab|azure FILE…</c>.</summary>
internal sealed class CommentCommand : ICommand
{
    // GitHub takes a mebibyte of bytes, of which a character has three at most.
    private const int LongestSummary = 300_000;

    public string Name => "comment";

    public string Summary => "tell a pull request what its workflows cost, in one comment that is kept up to date";

    public void Configure(CommandLineApplication command, CliContext context)
    {
        var flags = new CommentFlags(command);
        command.ExtendedHelpText = """
            Examples:
              dotnet binex diff origin/main flow.yaml --format json > diff.json
              dotnet binex comment github diff.json --dry-run
              dotnet binex comment github results/ --tag costs

            In a build the pull request is known. The token comes from GITHUB_TOKEN, GITLAB_TOKEN,
            SYSTEM_ACCESSTOKEN or AZURE_DEVOPS_EXT_PAT, and needs to be allowed to comment. At GitHub the job
            summary, the outputs of the step and annotations are written as well.
            Exit codes: 0 said, or not allowed to; 2 nothing was posted; 5 the platform could not be reached.
            """;
        command.Executes(context, flags.Format, printer => ExecuteAsync(context, printer, flags));
    }

    private static async Task<int> ExecuteAsync(CliContext context, Printer printer, CommentFlags flags)
    {
        var problem = flags.Problem();
        var results = problem is null ? CommentFiles.Read(context, [.. flags.Paths.Values.Select(path => path!)], out problem) : null;
        var target = results is not null ? new CommentTargets(context, flags).Find(out problem) : null;
        if (target is null)
        {
            return printer.Fail(problem!);
        }

        var comment = CommentWriter.Write(results!, target.Origin, flags.Tag.Value() ?? CommentMarker.DefaultTag, target.Limit);
        if (flags.DryRun.HasValue())
        {
            return DryRun(context, printer, comment);
        }

        var isGitHub = flags.Platform.Value == "github";
        if (isGitHub)
        {
            await WriteFilesAsync(context, results!, target.Origin);
        }

        var posting = flags.ReadBehavior() != CommentBehavior.Off && target.Platform is { } platform
            ? await new CommentPoster(platform, context.Time).PostAsync(comment, flags.ReadBehavior(), context.Cancelled)
            : null;
        var outcome = posting is not null ? CommentOutcome.Of(posting)
            : flags.ReadBehavior() == CommentBehavior.Off ? CommentOutcome.Off
            : CommentOutcome.NotAllowed(target.Missing!);
        if (isGitHub && outcome.IsWarning && IsInActions(context))
        {
            context.Console.Error.Write(GitHubAnnotations.One(DiagnosticSeverity.Warning, "binex comment", outcome.Sentence, context.WorkingFolder, null));
        }

        return outcome.Print(context, printer, comment, posting?.Url);
    }

    private static int DryRun(CliContext context, Printer printer, Comment comment)
    {
        if (printer.IsJson)
        {
            return new CommentOutcome("dry_run", "nothing is posted or written").Print(context, printer, comment, null);
        }

        context.Console.Out.WriteLine(comment.Body);
        return 0;
    }

    private static async Task WriteFilesAsync(CliContext context, IReadOnlyList<WorkflowResult> results, CommentOrigin origin)
    {
        if (context.Environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            await File.AppendAllTextAsync(summary, CommentWriter.Summary(results, origin, LongestSummary) + "\n", context.Cancelled);
        }

        if (context.Environment("GITHUB_OUTPUT") is { Length: > 0 } outputs)
        {
            await File.AppendAllTextAsync(outputs, GitHubOutputs.Of(results), context.Cancelled);
        }

        if (IsInActions(context))
        {
            context.Console.Error.Write(GitHubNotices.Of(results, context.Environment("GITHUB_WORKSPACE") ?? context.WorkingFolder, context.WorkingFolder));
        }
    }

    private static bool IsInActions(CliContext context) => context.Environment("GITHUB_ACTIONS") == "true";
}
