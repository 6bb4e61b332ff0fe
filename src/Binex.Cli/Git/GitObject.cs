namespace Binex.Cli.Git;

/// <summary>What a name in a repository stands for.</summary>
/// <param name="Type"><c>blob</c>, <c>tree</c>, <c>commit</c>; <c>missing</c>, or another word of <c>git cat-file</c> for what cannot be read.</param>
/// <param name="Id">The object's id; empty when there is none.</param>
/// <param name="Content">Its bytes; empty when it is no blob or too large.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record GitObject(string Type, string Id, byte[] Content, long Size)
{
    public bool IsBlob => Type == "blob";
}
