using System.ClientModel.Primitives;

namespace Binex.Models.Providers;

/// <summary>
/// Keeps what a provider really answered. The SDK turns answers into its own types and loses what it does not know: the stated cost,
/// how long to wait, the words of an error.
/// </summary>
internal sealed class ProviderExchange : PipelinePolicy
{
    /// <summary>Status of the answer; null when there was none.</summary>
    internal int? Status { get; private set; }

    /// <summary>Body of the answer; empty when there was none.</summary>
    internal ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The header <c>Retry-After</c>; null when it was not given.</summary>
    internal string? RetryAfter { get; private set; }

    /// <summary>The header <c>Location</c>; null when it was not given.</summary>
    internal string? Location { get; private set; }

    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Keep(message);
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        Keep(message);
    }

    private void Keep(PipelineMessage message)
    {
        if (message.Response is not { } response)
        {
            return;
        }

        Body = response.Content.ToMemory();
        RetryAfter = response.Headers.TryGetValue("Retry-After", out var wait) ? wait : null;
        Location = response.Headers.TryGetValue("Location", out var location) ? location : null;
        Status = response.Status;
    }
}
