namespace Binex.Cli.Tests.Telemetry;

/// <summary>A span as a collector receives it.</summary>
internal sealed record ReceivedSpan(string TraceId, string Id, string ParentId, string Name, int Kind, TimeSpan Duration, Dictionary<string, string> Tags)
{
    public required IReadOnlyList<(string Name, Dictionary<string, string> Tags)> Events { get; init; }

    /// <summary>1 for ok, 2 for an error.</summary>
    public required int Status { get; init; }

    public required string Description { get; init; }

    public static ReceivedSpan Of(WireMessage span) => new(
        Convert.ToHexStringLower(span.Bytes(1)), Convert.ToHexStringLower(span.Bytes(2)), Convert.ToHexStringLower(span.Bytes(4)), span.Text(5), (int)span.Number(6),
        TimeSpan.FromTicks((long)(span.Number(8) - span.Number(7)) / TimeSpan.NanosecondsPerTick), span.Attributes(9))
    {
        Events = [.. span.All(11).Select(it => (it.Text(2), it.Attributes(3)))],
        Status = span.All(15).Select(status => (int)status.Number(3)).FirstOrDefault(),
        Description = span.All(15).Select(status => status.Text(2)).FirstOrDefault() ?? "",
    };
}
