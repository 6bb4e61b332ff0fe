using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Rules.Text;

/// <summary>The version of the format is one that this version of Binex knows.</summary>
internal sealed class VersionRule : IRule
{
    /// <summary>The newest version of the format.</summary>
    public const int Newest = 1;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Root["version"] is ScalarNode { Kind: ScalarKind.Integer, Number: { } version } written && version != Newest)
        {
            findings.Add(
                DiagnosticCatalog.UnsupportedVersion,
                written.Location,
                $"the workflow is written for version {written.Value} of the format, and this Binex knows version {Newest}",
                version > Newest ? "update Binex" : $"write 'version: {Newest}'");
        }
    }
}
