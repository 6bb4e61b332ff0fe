using Binex.Core.Expressions;
using Binex.Core.Text;

namespace Binex.Validation.Building;

/// <summary>A reference in a text of the workflow.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Text">The text it stands in.</param>
/// <param name="IsInBackEdge">Whether it belongs to the condition of a back edge, which is looked at after the node.</param>
internal sealed record ReferenceUse(Reference Reference, LocatedText Text, bool IsInBackEdge = false)
{
    /// <summary>Whether it belongs to a condition, which looks at a value without passing it on.</summary>
    public bool IsInCondition { get; init; }

    /// <summary>Where the whole reference is written.</summary>
    public SourceLocation Location => Text.Locate(Reference.Offset, Reference.Length);
}
