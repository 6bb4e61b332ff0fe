using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>Runs templates that write Markdown.</summary>
internal sealed class MarkdownContext(ScriptObject model) : ReportContext(model)
{
    protected override string Escape(string text) => MarkdownText.Escape(text);
}
