using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>
/// The models that one execution of a node may ask: its own, then its fallbacks. What could not be reached once is not asked again in
/// this execution, so that each fallback adds one call to the retries and no more.
/// </summary>
internal sealed class ModelChain(Node node)
{
    private int _fallback;

    /// <summary>The model that is asked now.</summary>
    public string Current => _fallback == 0 ? node.Agent.Target : node.Fallbacks[_fallback - 1];

    /// <summary>Goes on to the next model.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveOn() => _fallback < node.Fallbacks.Count && ++_fallback > 0;
}
