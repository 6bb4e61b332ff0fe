using Binex.Core.Runs;

namespace Binex.Core.Execution;

/// <summary>A node that another one reads, as it stands when that one starts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">What it gave; null when it gave nothing.</param>
public sealed record UpstreamNode(string Id, NodeStatus Status, NodeOutputs? Outputs);
