using System.Security.Cryptography;
using System.Text;
using Binex.Ci.Results;
using Binex.Reports.Rendering;

namespace Binex.Ci.Comments;

/// <summary>Makes the comment and the summary of results. What does not fit is cut by whole rows, and by whole workflows after that.</summary>
public static class CommentWriter
{
    /// <summary>The comment.</summary>
    /// <param name="results">The results.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="tag">Tells it from comments of other builds.</param>
    /// <param name="limit">The most characters that the platform takes.</param>
    public static Comment Write(IReadOnlyList<WorkflowResult> results, CommentOrigin origin, string tag, int limit)
    {
        var footer = Footer(results, origin);
        var longest = new CommentMarker(tag) { Order = long.MaxValue, Commit = new string('0', 64), Content = new string('0', 16) }.ToString().Length;
        var text = Fit(results, origin, limit - longest - footer.Length - 3);
        var marker = new CommentMarker(tag) { Order = origin.Order, Commit = origin.Commit, Content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16] };
        return new Comment(marker, $"{text.TrimEnd()}\n\n{footer}", results.Any(result => result.IsNews));
    }

    /// <summary>The same without a marker, for a page of the build.</summary>
    /// <param name="results">The results.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="limit">The most characters that it may have.</param>
    public static string Summary(IReadOnlyList<WorkflowResult> results, CommentOrigin origin, int limit)
    {
        var footer = Footer(results, origin);
        return $"{Fit(results, origin, limit - footer.Length - 2).TrimEnd()}\n\n{footer}";
    }

    // Whatever has more rows is longer, so the most that fits is found by halving. There is never room for more rows than characters.
    private static string Fit(IReadOnlyList<WorkflowResult> results, CommentOrigin origin, int limit)
    {
        var sorted = results.OrderBy(result => result.HasFailed ? 0 : result.IsNews ? 1 : 2).ToList();
        return Most(limit, rows => CommentText.Of(sorted, sorted.Count, rows, origin), limit)
            ?? Most(sorted.Count, count => CommentText.Of(sorted, count, 1, origin), limit)
            ?? CommentText.Title(results) + "\n";
    }

    private static string? Most(int all, Func<int, string> write, int limit)
    {
        if (write(all) is var whole && whole.Length <= limit)
        {
            return whole;
        }

        string? best = null;
        for (int low = 1, high = all - 1; low <= high;)
        {
            var middle = low + ((high - low) / 2);
            if (write(middle) is var text && text.Length <= limit)
            {
                best = text;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return best;
    }

    // It names the commit from which on the comment says so: what does not change is not posted again.
    private static string Footer(IReadOnlyList<WorkflowResult> results, CommentOrigin origin)
    {
        var prices = results.Select(result => result.Plan?.PriceBook ?? result.Report?.PriceBook).FirstOrDefault(known => known is not null);
        string?[] parts =
        [
            origin.Commit is { } commit ? $"from commit {commit[..Math.Min(10, commit.Length)]} on" : null,
            Link("report", origin.ReportUrl),
            Link("build", origin.BuildUrl),
            origin.Tool,
            prices is not null ? $"prices of {MarkdownText.Escape(Plausible.Text(prices.AsOf))}" : null,
        ];
        return $"<sub>{string.Join(" · ", parts.Where(part => part is not null))}</sub>\n";
    }

    private static string? Link(string text, string? url) => url is null ? null : $"[{text}]({url})";
}
