using System.Globalization;
using Binex.Ci.Platforms;

namespace Binex.Ci.GitLab;

/// <summary>A pipeline of GitLab CI: which project, merge request and commit it is about.</summary>
public sealed record GitLabBuild
{
    /// <summary>The address of the API.</summary>
    public Uri Api { get; init; } = new("https://gitlab.com/api/v4/");

    /// <summary>Id or path of the project; null when that is not known.</summary>
    public string? Project { get; init; }

    /// <summary>Number of the merge request; null when there is none.</summary>
    public string? MergeRequest { get; init; }

    /// <summary>The commit that was looked at.</summary>
    public string? Commit { get; init; }

    /// <summary>Id of the pipeline; a later one has a larger id, and one that is done again keeps its own.</summary>
    public long? Order { get; init; }

    /// <summary>Where a person sees the job; null when that is not known.</summary>
    public string? Url { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static GitLabBuild Read(Func<string, string?> environment) => new()
    {
        Api = Addresses.Folder(environment("CI_API_V4_URL")) ?? new GitLabBuild().Api,
        Project = environment("CI_PROJECT_ID"),
        MergeRequest = environment("CI_MERGE_REQUEST_IID"),
        // In a pipeline of a merged result, CI_COMMIT_SHA is a commit that nobody wrote.
        Commit = environment("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") is { Length: > 0 } source ? source : environment("CI_COMMIT_SHA"),
        Order = long.TryParse(environment("CI_PIPELINE_ID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        Url = environment("CI_JOB_URL"),
    };
}
