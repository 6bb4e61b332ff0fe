namespace Binex.Cli.Tests.Checking;

/// <summary>A workflow command, read as a runner of GitHub Actions reads a line: name, properties, data, and each unescaped.</summary>
internal sealed record GitHubCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data)
{
    public static GitHubCommand Parse(string line)
    {
        line.ShouldStartWith("::");
        var end = line.IndexOf("::", 2, StringComparison.Ordinal);
        end.ShouldBeGreaterThan(0, line);
        var head = line[2..end].Split(' ', 2);
        var properties = head[1].Split(',').Select(property => property.Split('=', 2)).ToDictionary(
            property => property[0], property => Unescape(property[1]).Replace("%3A", ":").Replace("%2C", ",").Replace("%25", "%"));
        return new GitHubCommand(head[0], properties, Unescape(line[(end + 2)..]).Replace("%25", "%"));
    }

    private static string Unescape(string text) => text.Replace("%0D", "\r").Replace("%0A", "\n");
}
