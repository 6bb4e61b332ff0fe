using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Json;

namespace Binex.Core.Requests;

/// <summary>All that a node gave, as one value.</summary>
public static class UpstreamValue
{
    /// <summary>The value of the only output, an object of several, or null of none.</summary>
    /// <param name="node">The node.</param>
    public static JsonElement Of(UpstreamNode node) => node.Outputs?.ByName switch
    {
        null or { Count: 0 } => JsonValues.Null,
        { Count: 1 } single => single.First().Value.Value,
        var several => JsonValues.Object(several.Select(output => KeyValuePair.Create(output.Key, output.Value.Value))),
    };
}
