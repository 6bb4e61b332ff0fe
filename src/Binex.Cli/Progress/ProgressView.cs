using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Cli.Progress;

/// <summary>Shows on stderr how a run goes.</summary>
internal abstract class ProgressView : IRunObserver, IAsyncDisposable
{
    /// <summary>The view that fits: nothing when quiet, a moving one on a terminal, else a line for each node that ends.</summary>
    /// <param name="context">The console.</param>
    /// <param name="workflow">What runs.</param>
    /// <param name="quiet">Whether nothing is wanted.</param>
    /// <param name="plain">Whether nothing may move, because a person is asked questions meanwhile.</param>
    public static ProgressView For(CliContext context, Workflow workflow, bool quiet, bool plain)
    {
        if (quiet)
        {
            return new NoProgress();
        }

        return context.IsLively && !plain ? new LiveProgress(context, workflow) : new LineProgress(context.Console.Error, workflow);
    }

    public abstract void OnEvent(JournalEntry entry);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
