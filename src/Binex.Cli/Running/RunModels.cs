using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Models.Simulation;
using Binex.Models.Tokens;

namespace Binex.Cli.Running;

/// <summary>Puts together what answers calls: the simulator under <c>--simulate</c>, else the providers.</summary>
internal sealed class RunModels(CliContext context, ProjectConfiguration project)
{
    public PriceBook Prices { get; } = new(project.Prices);

    public ITokenBounds TokenBounds { get; } = new SoundTokenBounds();

    /// <summary>What answers calls; null when the value of <c>--simulate</c> is wrong.</summary>
    public IChatModel? ChatModel(string? simulate, out string? problem)
    {
        problem = null;
        if (simulate is null)
        {
            return new ProviderChatModel(Prices, context.Environment, context.Time, project.Providers);
        }

        return SimulationOptions.TryParse(simulate, out var options, out problem) ? new SimulatedChatModel(options, TokenBounds, context.Time) : null;
    }
}
