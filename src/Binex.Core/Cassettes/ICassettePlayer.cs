using System.Text.Json;

namespace Binex.Core.Cassettes;

/// <summary>Answers requests from a cassette. Safe to call from any thread.</summary>
public interface ICassettePlayer
{
    /// <summary>The answer to a request. A node that asks the same several times gets its answers in the order in which they were recorded.</summary>
    /// <param name="node">The node that asks.</param>
    /// <param name="request">All that is asked, as an object, without keys, addresses and secrets.</param>
    CassetteLookup Find(string node, JsonElement request);
}
