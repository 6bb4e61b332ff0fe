using System.Text.Json.Serialization;
using Binex.Core.Costs;
using Binex.Core.Json;
using Binex.Core.Runs;

namespace Binex.Models.Cassettes;

/// <summary>A provider's failure in a file of a cassette.</summary>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="Cost">What the call was charged.</param>
internal sealed record ExchangeFailure(
    [property: JsonConverter(typeof(EnumNameConverter<FailureKind>))] FailureKind Kind, string Message, [property: JsonConverter(typeof(MoneyJsonConverter))] Money Cost)
{
    /// <summary>The provider's own words; null when there are none.</summary>
    public string? Detail { get; init; }

    /// <summary>Status of its answer.</summary>
    public int? Status { get; init; }
}
