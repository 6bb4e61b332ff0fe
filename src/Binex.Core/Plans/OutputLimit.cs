using Binex.Core.Prices;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>The output limit that a node's calls are sent with.</summary>
internal static class OutputLimit
{
    /// <summary>The node's own, else the workflow's, and never more than the model can give; in tokens.</summary>
    public static int Of(Node node, ModelPrice? price)
    {
        var wanted = node.Model.MaxTokens ?? node.Model.FallbackMaxTokens;
        return price?.MaxOutputTokens is { } most ? Math.Min(wanted, most) : wanted;
    }
}
