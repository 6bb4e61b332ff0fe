using Binex.Validation.Building;

namespace Binex.Validation.Rules.Graphs;

/// <summary>A reference, without a default, to an output of a node that may be skipped.</summary>
/// <param name="Use">The reference.</param>
/// <param name="Branch">The node that may be skipped.</param>
internal sealed record BranchRead(ReferenceUse Use, NodeDraft Branch);
