using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Binex.Reports.Rendering;

/// <summary>
/// Runs a template. Whatever a template writes is escaped here, in one place, unless it is <see cref="Markup"/>; no template can
/// forget to. What templates see was written by models and strangers.
/// </summary>
internal abstract class ReportContext : TemplateContext
{
    protected ReportContext(ScriptObject model)
    {
        LoopLimit = 0;
        LimitToString = 0;
        StrictVariables = true;
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(model);
    }

    public sealed override TemplateContext Write(SourceSpan span, [AllowNull] object textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case Markup markup:
                Write(markup.Text);
                break;
            case string text:
                Write(Escape(text));
                break;
            default:
                Write(Escape(ObjectToString(textAsObject) ?? ""));
                break;
        }

        return this;
    }

    protected abstract string Escape(string text);
}
