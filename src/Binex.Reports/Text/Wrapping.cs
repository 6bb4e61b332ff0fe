using Binex.Core.Text;

namespace Binex.Reports.Text;

/// <summary>Breaks text into lines of a width.</summary>
internal static class Wrapping
{
    /// <summary>Lines of at most a width, broken at spaces where there are any; what passes the limit is replaced by an ellipsis.</summary>
    public static List<string> Wrap(string text, int width, int mostLines)
    {
        var lines = new List<string>();
        foreach (var line in TerminalText.Sanitize(text).TrimEnd('\n').Split('\n'))
        {
            var rest = line.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd();
            while (rest.Length > width && lines.Count <= mostLines)
            {
                var cut = Cut(rest, width);
                lines.Add(rest[..cut].TrimEnd());
                rest = rest[cut..].TrimStart();
            }

            lines.Add(rest);
            if (lines.Count > mostLines)
            {
                return [.. lines.Take(mostLines), "…"];
            }
        }

        return lines;
    }

    private static int Cut(string line, int width)
    {
        var space = line.LastIndexOf(' ', width);
        if (space > width / 2)
        {
            return space;
        }

        return char.IsHighSurrogate(line[width - 1]) ? width - 1 : width;
    }
}
