using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>Runs templates that write HTML.</summary>
internal sealed class HtmlContext(ScriptObject model) : ReportContext(model)
{
    protected override string Escape(string text) => HtmlText.Escape(text);
}
