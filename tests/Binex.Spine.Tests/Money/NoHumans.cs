using Binex.Engine.Humans;

namespace Binex.Spine.Tests.Money;

/// <summary>Nobody is there.</summary>
internal sealed class NoHumans : IHumans
{
    public Task<HumanAnswer?> AskAsync(HumanQuestion question, CancellationToken cancellationToken) => Task.FromResult<HumanAnswer?>(null);
}
