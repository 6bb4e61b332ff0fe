using System.Globalization;
using System.Text.Json;
using Binex.Ci.AzureDevOps;
using Binex.Ci.Comments;
using Binex.Ci.GitHub;
using Binex.Ci.GitLab;
using Binex.Core.Runs;

namespace Binex.Cli.Commenting;

/// <summary>Finds out from the environment of a build which pull request it is about. Tokens come from the environment alone.</summary>
internal sealed class CommentTargets(CliContext context, CommentFlags flags)
{
    private const int LargestEvent = 16 * 1024 * 1024;

    /// <summary>The target; null with a problem.</summary>
    public CommentTarget? Find(out CliProblem? problem)
    {
        problem = null;
        return flags.Platform.Value switch
        {
            "github" => GitHub(out problem),
            "gitlab" => GitLab(),
            _ => Azure(),
        };
    }

    private CommentTarget? GitHub(out CliProblem? problem)
    {
        if (ReadEvent(out problem) is var webhook && problem is not null)
        {
            return null;
        }

        var build = GitHubBuild.Read(Value, webhook);
        build = build with
        {
            Repository = flags.Repository.Value() ?? build.Repository,
            PullRequest = flags.PullRequest.Value() is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : build.PullRequest,
        };
        var token = Value("GITHUB_TOKEN");
        var missing = build.Repository?.Split('/') is not [{ Length: > 0 }, { Length: > 0 }] ? "it is not known in which repository: use --repository OWNER/NAME"
            : token is null ? "there is no token in GITHUB_TOKEN"
            : null;
        return new CommentTarget(
            Origin(build.Commit, build.Order, build.Url, "the job summary"), GitHubPlatform.MostCharacters,
            missing is null ? new GitHubPlatform(build, token!, ToolVersion.Text) : null, missing);
    }

    private CommentTarget GitLab()
    {
        var build = GitLabBuild.Read(Value);
        build = build with { Project = flags.Repository.Value() ?? build.Project, MergeRequest = flags.PullRequest.Value() ?? build.MergeRequest };
        var token = Value("GITLAB_TOKEN");
        var missing = build.Project is null ? "it is not known in which project: use --repository with its path or id"
            : token is null ? "there is no token in GITLAB_TOKEN (CI_JOB_TOKEN cannot comment: use an access token of the project with the scope 'api')"
            : null;
        return new CommentTarget(
            Origin(build.Commit, build.Order, build.Url, "the job"), GitLabPlatform.MostCharacters, missing is null ? new GitLabPlatform(build, token!) : null, missing);
    }

    private CommentTarget Azure()
    {
        var build = AzureBuild.Read(Value);
        build = build with { Repository = flags.Repository.Value() ?? build.Repository, PullRequest = flags.PullRequest.Value() ?? build.PullRequest };
        var (token, personal) = (Value("SYSTEM_ACCESSTOKEN"), Value("AZURE_DEVOPS_EXT_PAT"));
        var missing = build is not { Collection: not null, Project: not null, Repository: not null }
                ? "it is not known in which repository: SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECT and BUILD_REPOSITORY_ID say so in a pipeline"
            : token is null && personal is null ? "there is no token in SYSTEM_ACCESSTOKEN or AZURE_DEVOPS_EXT_PAT (map it in the step: env: { SYSTEM_ACCESSTOKEN: $(System.AccessToken) })"
            : null;
        return new CommentTarget(
            Origin(build.Commit, build.Order, build.Url, "the build"), AzurePlatform.MostCharacters,
            missing is null ? new AzurePlatform(build, (token ?? personal)!, isPersonal: token is null) : null, missing);
    }

    private CommentOrigin Origin(string? commit, long? order, string? url, string summary) => new()
    {
        Commit = flags.Commit.Value() ?? (commit is not null && CommentMarker.IsCommit(commit) ? commit : null),
        Order = order,
        BuildUrl = CommentFlags.Link(url),
        ReportUrl = CommentFlags.Link(flags.ReportUrl.Value()),
        SummaryName = summary,
        Tool = $"binex {ToolVersion.Text}",
    };

    private JsonElement? ReadEvent(out CliProblem? problem)
    {
        problem = null;
        if (Value("GITHUB_EVENT_PATH") is not { } path || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileInfo(path).Length <= LargestEvent ? JsonElement.Parse(File.ReadAllBytes(path)) : throw new JsonException("it is too large");
        }
        catch (JsonException error)
        {
            problem = new CliProblem(ExitCodes.NothingRun, $"the event in GITHUB_EVENT_PATH ({path}) cannot be read: {error.Message}");
            return null;
        }
    }

    private string? Value(string name) => context.Environment(name) is { Length: > 0 } value ? value : null;
}
