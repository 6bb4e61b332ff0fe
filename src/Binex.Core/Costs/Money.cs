using System.Globalization;
using System.Text.Json.Serialization;

namespace Binex.Core.Costs;

/// <summary>An amount of US dollars; exact, because decimals do not drift.</summary>
/// <param name="Usd">The amount in dollars.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(decimal Usd) : IComparable<Money>
{
    /// <summary>More dollars than there are. An amount beyond it in a file that anybody may have written is none, so that sums of what is read stay decimals.</summary>
    public const decimal MostUsd = 1_000_000_000_000_000;

    /// <summary>Nothing.</summary>
    public static Money Zero { get; }

    /// <summary>Whether there is that much money.</summary>
    [JsonIgnore]
    public bool IsPlausible => Math.Abs(Usd) <= MostUsd;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Usd.CompareTo(other.Usd);

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Usd + right.Usd);

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Usd - right.Usd);

    /// <summary>A multiple.</summary>
    public static Money operator *(Money left, decimal right) => new(left.Usd * right);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Usd < right.Usd;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Usd > right.Usd;

    /// <summary>Whether the left amount is not larger.</summary>
    public static bool operator <=(Money left, Money right) => left.Usd <= right.Usd;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.Usd >= right.Usd;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The exact amount without a sign for the currency and without trailing zeros, for machines.</summary>
    public string ToExactString() => Usd.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The amount as people read it: at least cents, and as many places as its first three digits need, at most eight.</summary>
    public override string ToString()
    {
        var size = Math.Abs(Usd);
        var places = 2;
        for (var scale = 1m; places < 8 && size != 0 && size < scale; scale /= 10)
        {
            places++;
        }

        return (Usd < 0 ? "-$" : "$") + size.ToString("0.00" + new string('#', places - 2), CultureInfo.InvariantCulture);
    }
}
