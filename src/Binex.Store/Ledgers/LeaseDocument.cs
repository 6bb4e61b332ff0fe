using System.Globalization;
using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;
using LiteDB;

namespace Binex.Store.Ledgers;

/// <summary>A lease as the database keeps it. Times are ticks: the database's own dates are of local time and whole milliseconds.</summary>
internal static class LeaseDocument
{
    private const string DayFormat = "yyyy-MM-dd";

    public static BsonDocument Of(ProjectLease lease)
    {
        var held = new BsonDocument();
        foreach (var (day, amount) in lease.Held)
        {
            held[day.ToString(DayFormat, CultureInfo.InvariantCulture)] = amount.Usd;
        }

        return new BsonDocument
        {
            ["_id"] = lease.Id,
            ["run"] = lease.RunId,
            ["machine"] = lease.Holder.Machine,
            ["process"] = lease.Holder.ProcessId,
            ["started"] = lease.Holder.Started.UtcTicks,
            ["expires"] = lease.Expires.UtcTicks,
            ["ticket"] = lease.Ticket is { } ticket ? new BsonValue(ticket) : BsonValue.Null,
            ["held"] = held,
        };
    }

    public static ProjectLease Read(BsonDocument document) => new(
        document["_id"].AsString,
        new LeaseHolder(document["machine"].AsString, document["process"].AsInt32, Time(document["started"])),
        document["run"].AsString,
        Time(document["expires"]))
    {
        Ticket = document["ticket"].IsNull ? null : document["ticket"].AsInt64,
        Held = document["held"].AsDocument.ToDictionary(
            held => DateOnly.ParseExact(held.Key, DayFormat, CultureInfo.InvariantCulture), held => new Money(held.Value.AsDecimal)),
    };

    private static DateTimeOffset Time(BsonValue ticks) => new(ticks.AsInt64, TimeSpan.Zero);
}
