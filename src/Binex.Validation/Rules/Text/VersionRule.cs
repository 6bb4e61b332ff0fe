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
    public void Check(WorkflowDraft draft, FindingList findings) => Check(draft.Root, "the workflow", findings);

    /// <summary>Reports a version that is not known.</summary>
    /// <param name="root">The document.</param>
    /// <param name="what">What it is, such as "the workflow".</param>
    /// <param name="findings">Takes the finding.</param>
    public static void Check(MappingNode root, string what, FindingList findings)
    {
        if (root["version"] is ScalarNode { Kind: ScalarKind.Integer, Number: { } version } written && version != Newest)
        {
            findings.Add(
                DiagnosticCatalog.UnsupportedVersion,
                written.Location,
                $"{what} is written for version {written.Value} of the format, and this Binex knows version {Newest}",
                version > Newest ? "update Binex" : $"write 'version: {Newest}'");
        }
    }
}
