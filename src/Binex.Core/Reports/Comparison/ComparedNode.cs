using Binex.Core.Plans.Comparison;

namespace Binex.Core.Reports.Comparison;

/// <summary>A node in two runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Change">What became of it.</param>
public sealed record ComparedNode(string Id, NodeChange Change)
{
    /// <summary>The node in the first run; null when it was not there.</summary>
    public ReportNode? Before { get; init; }

    /// <summary>The node in the second run; null when it is not there.</summary>
    public ReportNode? After { get; init; }

    /// <summary>What differs, a few words each: status, model, prompt, inputs, answer; cost and time are no reasons.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
