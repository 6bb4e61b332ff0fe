using System.Globalization;
using System.Text.Json;
using Binex.Ci.Json;
using Binex.Ci.Platforms;

namespace Binex.Ci.GitHub;

/// <summary>
/// A build of GitHub Actions: which repository, pull request and commit it is about. All of it comes from the environment and the
/// event that GitHub itself wrote, never from what another workflow left behind.
/// </summary>
public sealed record GitHubBuild
{
    /// <summary>The repository, as <c>owner/name</c>; null when that is not known.</summary>
    public string? Repository { get; init; }

    /// <summary>The address of the API.</summary>
    public Uri Api { get; init; } = new("https://api.github.com/");

    /// <summary>The address of the API's query language.</summary>
    public Uri GraphQL { get; init; } = new("https://api.github.com/graphql");

    /// <summary>Number of the pull request; null when it is to be found by its branch, or there is none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The branch that was built, as <c>owner:branch</c>, where the pull request is to be found by it; else null.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit that was looked at.</summary>
    public string? Commit { get; init; }

    /// <summary>Id of the build; a later one has a larger id, and a build that is done again keeps its own.</summary>
    public long? Order { get; init; }

    /// <summary>Where a person sees the build; null when that is not known.</summary>
    public string? Url { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="webhook">The event that started the build; null when there is none.</param>
    public static GitHubBuild Read(Func<string, string?> environment, JsonElement? webhook)
    {
        var server = environment("GITHUB_SERVER_URL") ?? "https://github.com";
        var repository = environment("GITHUB_REPOSITORY");
        var run = environment("GITHUB_RUN_ID");
        var build = new GitHubBuild
        {
            Repository = repository,
            Api = Addresses.Folder(environment("GITHUB_API_URL")) ?? new GitHubBuild().Api,
            GraphQL = Addresses.Of(environment("GITHUB_GRAPHQL_URL")) ?? new GitHubBuild().GraphQL,
            Url = repository is not null && run is not null ? $"{server}/{repository}/actions/runs/{run}" : null,
        };
        // A workflow that runs after another one is about what that one was about, and not about the branch on which it stands itself.
        return JsonMember.At(webhook, "workflow_run") is { } first
            ? build with
            {
                Branch = JsonMember.Text(first, "head_repository", "owner", "login") is { } owner && JsonMember.Text(first, "head_branch") is { } branch ? $"{owner}:{branch}" : null,
                Commit = JsonMember.Text(first, "head_sha"),
                Order = JsonMember.Number(first, "id"),
            }
            : build with
            {
                PullRequest = (int?)JsonMember.Number(webhook, "pull_request", "number"),
                Commit = JsonMember.Text(webhook, "pull_request", "head", "sha") ?? environment("GITHUB_SHA"),
                Order = long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            };
    }
}
