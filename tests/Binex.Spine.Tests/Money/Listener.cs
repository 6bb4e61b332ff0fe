using Binex.Core.Execution;

namespace Binex.Spine.Tests.Money;

/// <summary>Listens, so that answers are streamed, and does nothing else.</summary>
internal sealed class Listener : ILiveText
{
    public void OnText(string node, string line)
    {
    }
}
