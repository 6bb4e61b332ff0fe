using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Text;
using Binex.Reports.Rendering;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports;

/// <summary>
/// Shows a report by a template of the user, in the language of Scriban. The template sees the members of <c>report.json</c> under their
/// names there, and the functions <c>money</c>, <c>duration</c> and <c>content</c>.
/// </summary>
public static class TemplateReport
{
    /// <summary>The report as the template shows it, or what is wrong with the template.</summary>
    /// <param name="report">The report.</param>
    /// <param name="template">The text of the template.</param>
    /// <param name="name">
    /// Its file. What stands before <c>.sbn</c> says in which language it writes, and so what is escaped: <c>.html</c>, <c>.xml</c>,
    /// <c>.md</c>, or text.
    /// </param>
    /// <param name="time">The clock that its time is measured by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static (string? Text, string? Problem) Render(RunReport report, string template, string name, TimeProvider time, CancellationToken cancellationToken)
    {
        var model = JsonModel.Of(ReportJson.Write(report));
        var contents = report.Artifacts.GroupBy(artifact => artifact.Hash, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Content, StringComparer.Ordinal);
        model.Import("money", (string amount) => decimal.TryParse(amount, out var usd) ? new Money(usd).ToString() : amount);
        model.Import("duration", (long milliseconds) => Words.Duration(milliseconds));
        model.Import("content", (string hash) => contents.GetValueOrDefault(hash ?? ""));
        return UserTemplate.Render(template, name, model, EscapeOf(name), time, cancellationToken);
    }

    private static Func<string, string> EscapeOf(string name) => Path.GetExtension(Path.GetFileNameWithoutExtension(name)).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xml" or ".svg" => HtmlText.Escape,
        ".md" => MarkdownText.Escape,
        _ => TerminalText.Sanitize,
    };
}
