namespace Binex.Ci.GitHub;

/// <summary>The answer to the question to whom a token belongs, as Octokit reads it.</summary>
internal sealed class ViewerAnswer
{
    public ViewerData? Data { get; set; }

    internal sealed class ViewerData
    {
        public User? Viewer { get; set; }
    }

    internal sealed class User
    {
        public string? Login { get; set; }
    }
}
