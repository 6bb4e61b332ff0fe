using Binex.Core.Attachments;
using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.Models;

/// <summary>Models take the files that are attached for them. Nothing is said of a model of which nobody knows what it can do.</summary>
/// <param name="prices">The price book, which knows the features of models.</param>
internal sealed class AttachmentRule(IPriceBook prices) : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var use in ModelUse.Of(draft))
        {
            if (use.IsElsewhere || use.Node.Node.Attachments.Count == 0)
            {
                continue;
            }

            // Of a file that is not known yet, its name says what it will be.
            foreach (var kind in use.Node.Node.Attachments.Select(attached => attached.File?.Kind ?? AttachmentContent.KindOfName(attached.Template.Source)).Distinct())
            {
                if (kind is { } known && AttachmentSupport.Problem(known, use.Model, prices.Find(use.Model)) is { } problem)
                {
                    findings.Add(
                        DiagnosticCatalog.AttachmentNotTaken,
                        use.Location,
                        $"{problem}, and the node attaches {(known == AttachmentKind.Pdf ? "one" : "one or more")}",
                        "name a model that does; 'dotnet binex prices show MODEL' says what a model can do");
                }
            }
        }
    }
}
