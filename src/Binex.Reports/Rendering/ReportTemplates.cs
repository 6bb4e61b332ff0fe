using Scriban;

namespace Binex.Reports.Rendering;

/// <summary>The templates of reports, embedded in this assembly, each read and parsed once.</summary>
internal static class ReportTemplates
{
    private static readonly Lazy<Template> HtmlTemplate = new(() => Parse("parts.html.sbn", "report.html.sbn"));
    private static readonly Lazy<Template> ComparisonTemplate = new(() => Parse("parts.html.sbn", "comparison.html.sbn"));
    private static readonly Lazy<Template> IndexTemplate = new(() => Parse("parts.html.sbn", "index.html.sbn"));
    private static readonly Lazy<Template> MarkdownTemplate = new(() => Parse("report.md.sbn"));
    private static readonly Lazy<Template> TextTemplate = new(() => Parse("report.txt.sbn"));
    private static readonly Lazy<string> StyleSheet = new(() => Read("report.css"));
    private static readonly Lazy<string> PageScript = new(() => Read("report.js"));

    public static Template Html => HtmlTemplate.Value;

    public static Template Comparison => ComparisonTemplate.Value;

    public static Template Index => IndexTemplate.Value;

    public static Template Markdown => MarkdownTemplate.Value;

    public static Template Text => TextTemplate.Value;

    public static string Css => StyleSheet.Value;

    public static string Script => PageScript.Value;

    private static Template Parse(params ReadOnlySpan<string> names)
    {
        var text = "";
        foreach (var name in names)
        {
            text += Read(name);
        }

        var template = Template.Parse(text, names[^1]);
        return template.HasErrors ? throw new InvalidOperationException(string.Join('\n', template.Messages)) : template;
    }

    private static string Read(string name)
    {
        using var stream = typeof(ReportTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the template {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
