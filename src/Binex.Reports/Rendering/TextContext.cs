using Binex.Core.Text;
using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>Runs templates that write text for terminals and logs.</summary>
internal sealed class TextContext(ScriptObject model) : ReportContext(model)
{
    protected override string Escape(string text) => TerminalText.Sanitize(text);
}
