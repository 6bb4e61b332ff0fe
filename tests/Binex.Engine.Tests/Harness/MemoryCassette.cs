using System.Text.Json;
using Binex.Core.Cassettes;

namespace Binex.Engine.Tests.Harness;

/// <summary>A cassette in memory, by node and request.</summary>
internal sealed class MemoryCassette : ICassettePlayer, ICassetteRecorder
{
    public Dictionary<(string Node, string Request), RecordedAnswer> Kept { get; } = [];

    public CassetteLookup Find(string node, JsonElement request) =>
        Kept.TryGetValue((node, request.GetRawText()), out var recorded) ? new CassetteLookup(recorded, null) : new CassetteLookup(null, "nothing is near");

    public Task KeepAsync(string node, JsonElement request, RecordedAnswer recorded, CancellationToken cancellationToken)
    {
        Kept[(node, request.GetRawText())] = recorded;
        return Task.CompletedTask;
    }
}
