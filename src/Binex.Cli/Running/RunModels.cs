using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Models.Simulation;
using Binex.Models.Tokens;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>Puts together what answers calls: the simulator under <c>--simulate</c>, else the providers.</summary>
/// <param name="context">The process's surroundings.</param>
/// <param name="project">The project's own prices.</param>
/// <param name="store">The store's folder, where newer lists of prices are.</param>
internal sealed class RunModels(CliContext context, ProjectConfiguration project, string store)
{
    public PriceBook Prices { get; } = new PriceFile(Path.Join(store, PriceFile.Name)).Open(project.Prices);

    /// <summary>A sentence about prices that are old; null when they are not, or the project itself says what all models of a workflow cost.</summary>
    /// <param name="workflow">The workflow.</param>
    public string? AgeOfPrices(Workflow workflow) => workflow.Nodes.Where(node => node.Agent.IsModel)
        .SelectMany(node => node.Fallbacks.Append(node.Agent.Target)).All(project.Prices.ContainsKey) ? null : PriceAge.Notice(Prices.AsOf, DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime));

    /// <summary>What providers allow in a stretch of time.</summary>
    public IReadOnlyDictionary<string, RateLimits> RateLimits => project.RateLimits;

    public ITokenBounds TokenBounds => field ??= new TokenBounds(Prices);

    /// <summary>The bounds by which money is held for a workflow: sound ones, or estimates where it asks for them.</summary>
    public ITokenBounds BoundsFor(Workflow workflow) =>
        workflow.Budget.EstimateTokens ? new EstimatedTokenBounds(InputShare.Learned(new RunStore(store)), Prices) : TokenBounds;

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
