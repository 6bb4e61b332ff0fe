using System.Diagnostics;
using System.Threading.Channels;
using Binex.Core.Artifacts;
using Binex.Core.Execution;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Engine.Telemetry;

/// <summary>
/// Makes spans and metrics of the facts of a run: it is a view of the journal like any other. It works beside the run, on its own
/// thread; disposing it waits until all facts that it has seen are told.
/// </summary>
public sealed class RunTelemetry : IRunObserver, IAsyncDisposable
{
    private readonly Channel<JournalEntry> _entries = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _telling;

    /// <summary>The telemetry of one run.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="prices">Says whose models are.</param>
    /// <param name="contents">Where prompts and answers are, which are then told as well; null to tell of none.</param>
    /// <param name="parent">The span that the run belongs to, as a <c>traceparent</c>; null for none.</param>
    public RunTelemetry(Workflow workflow, string runId, IPriceBook prices, IArtifactStore? contents, string? parent)
    {
        var context = ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var remote) ? remote : default;
        var spans = new RunSpans(workflow, runId, prices, contents is null ? null : new SpanContents(contents), context);
        _telling = Task.Run(async () =>
        {
            await foreach (var entry in _entries.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await spans.TellAsync(entry).ConfigureAwait(false);
            }

            spans.Close();
        });
    }

    /// <inheritdoc/>
    public void OnEvent(JournalEntry entry) => _entries.Writer.TryWrite(entry);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        await _telling.ConfigureAwait(false);
    }
}
