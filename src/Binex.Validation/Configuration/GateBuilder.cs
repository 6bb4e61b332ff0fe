using System.Globalization;
using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Configuration;

/// <summary>Reads what CI fails on.</summary>
internal sealed class GateBuilder(FindingList findings)
{
    /// <summary>The limits that a map gives.</summary>
    public GateLimits Build(MappingNode? map)
    {
        var increase = map.Number("max_increase");
        return new GateLimits
        {
            MaxCost = Amount(map.Number("max_cost")),
            MaxIncrease = Amount(increase),
            MaxIncreaseShare = increase is null ? Share(map.Text("max_increase"), isPart: false) : null,
            MaxDuration = map.Duration("max_duration", findings),
            MinSuccess = map.Number("min_success") is >= 0 and <= 1 and var success ? success : Share(map.Text("min_success"), isPart: true),
        };
    }

    private static Money? Amount(decimal? number) => number is >= 0 and var amount ? new Money(amount) : null;

    private decimal? Share(ScalarNode? written, bool isPart)
    {
        if (written is null)
        {
            return null;
        }

        if (written.Value.Trim() is [.. var digits, '%']
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= (isPart ? 100 : 1_000_000))
        {
            return percent / 100;
        }

        findings.Add(
            DiagnosticCatalog.BadShare,
            written.Location,
            $"'{written.Value}' is no share",
            isPart ? "write a share such as 95%, or a number from 0 to 1" : "write a share such as 10%, or a number of US dollars");
        return null;
    }
}
