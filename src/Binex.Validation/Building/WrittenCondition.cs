using Binex.Core.Expressions;
using Binex.Core.Text;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>A condition and where it is written.</summary>
/// <param name="Expression">The condition.</param>
/// <param name="Place">Its text.</param>
/// <param name="IsInBackEdge">Whether it is that of a back edge.</param>
internal sealed record WrittenCondition(Expression Expression, ScalarNode Place, bool IsInBackEdge)
{
    /// <summary>Where one of its references is written.</summary>
    public SourceLocation Locate(Reference reference) => Place.LocationOf(reference.Offset, reference.Length);
}
