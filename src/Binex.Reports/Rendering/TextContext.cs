using Binex.Core.Text;
using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>Runs templates that write text for terminals and logs. A value has one line; longer texts come as lists of lines.</summary>
internal sealed class TextContext(ScriptObject model) : ReportContext(model)
{
    protected override string Escape(string text) => LogText.Line(text);
}
