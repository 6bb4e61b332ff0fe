namespace Binex.Testing.FakePlatforms;

/// <summary>A comment in a pull request.</summary>
/// <param name="id">Its id.</param>
/// <param name="author">Who wrote it.</param>
/// <param name="body">What it says.</param>
public sealed class FakeComment(int id, string author, string body)
{
    public int Id => id;

    public string Author => author;

    public string Body { get; set; } = body;

    /// <summary>How often it was edited.</summary>
    public int Edits { get; set; }
}
