namespace Binex.Validation.Rules.Models;

/// <summary>Reads what stands after <c>mcp://</c>: a server, or a server and one of its tools.</summary>
internal static class McpServers
{
    /// <summary>The server's name.</summary>
    public static string NameIn(string target) => target.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? target[..slash] : target;
}
