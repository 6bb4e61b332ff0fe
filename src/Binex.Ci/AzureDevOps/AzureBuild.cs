using System.Globalization;
using Binex.Ci.Platforms;

namespace Binex.Ci.AzureDevOps;

/// <summary>A build of Azure Pipelines: which repository, pull request and commit it is about.</summary>
public sealed record AzureBuild
{
    /// <summary>The address of the organisation; null when that is not known.</summary>
    public Uri? Collection { get; init; }

    /// <summary>The project; null when that is not known.</summary>
    public string? Project { get; init; }

    /// <summary>Id or name of the repository; null when that is not known.</summary>
    public string? Repository { get; init; }

    /// <summary>Number of the pull request; null when there is none.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The commit that was looked at.</summary>
    public string? Commit { get; init; }

    /// <summary>Id of the build; a later one has a larger id, and one that is done again keeps its own.</summary>
    public long? Order { get; init; }

    /// <summary>Where a person sees the build; null when that is not known.</summary>
    public string? Url { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    public static AzureBuild Read(Func<string, string?> environment)
    {
        var collection = Addresses.Folder(environment("SYSTEM_COLLECTIONURI"));
        var project = environment("SYSTEM_TEAMPROJECT");
        var id = environment("BUILD_BUILDID");
        return new AzureBuild
        {
            Collection = collection,
            Project = project,
            Repository = environment("BUILD_REPOSITORY_ID"),
            PullRequest = environment("SYSTEM_PULLREQUEST_PULLREQUESTID"),
            // BUILD_SOURCEVERSION is the merge that Azure made.
            Commit = environment("SYSTEM_PULLREQUEST_SOURCECOMMITID") is { Length: > 0 } source ? source : environment("BUILD_SOURCEVERSION"),
            Order = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null,
            Url = collection is not null && project is not null && id is not null ? $"{collection}{Uri.EscapeDataString(project)}/_build/results?buildId={id}" : null,
        };
    }
}
