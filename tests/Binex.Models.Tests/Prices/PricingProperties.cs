using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Models.Tests.Prices;

public sealed class PricingProperties
{
    /// <summary>The long form of the proofs runs with BINEX_SOAK=1.</summary>
    private static readonly int Samples = Environment.GetEnvironmentVariable("BINEX_SOAK") == "1" ? 1_000_000 : 5_000;

    private static readonly Gen<decimal> Rate = Gen.OneOf(
        Gen.Int[0, 50_000].Select(n => n / 100m), Gen.Long[0, 1_000_000_000_000].Select(n => n / 1_000_000_000_000m));

    private static readonly Gen<PriceRates> Rates =
        Gen.Select(Rate, Rate, Rate.Nullable(), Rate.Nullable(), Rate.Nullable(),
            (input, output, read, write, reasoning) => new PriceRates(input, output, read, write) { Reasoning = reasoning });

    private static readonly Gen<ModelPrice> Price =
        Gen.Select(Rates, Gen.Select(Gen.Long[0, 3_000], Rates, (above, rates) => new PriceTier(above, rates)).Array[0, 3], Rate, Gen.Bool,
            (rates, tiers, fee, onRequest) =>
                new ModelPrice("m", "p", rates) { Tiers = tiers, PerRequest = fee / 100, CachesOnlyOnRequest = onRequest });

    private static readonly Gen<(long Input, int Output)> Size = Gen.Select(Gen.Long[0, 4_000], Gen.Int[0, 4_000]);

    [Fact]
    public void Charge_AnyUsageWithinTheBound_IsNeverMoreThanTheBound() =>
        Gen.Select(Price, Size, Gen.Bool, Gen.Double[0, 1].Array[5]).Holds(Samples, (price, size, writesCache, shares) =>
        {
            var bound = Pricing.Bound(price, size.Input, size.Output, 0, writesCache);
            var input = (long)(size.Input * shares[0]);
            var output = (long)(size.Output * shares[1]);
            var cached = (long)(input * shares[2]);
            var usage = new TokenUsage(input, output)
            {
                CachedInput = cached,
                CacheWrite = writesCache || !price.CachesOnlyOnRequest ? (long)((input - cached) * shares[3]) : 0,
                Reasoning = (long)(output * shares[4]),
            };

            Pricing.Charge(price, usage).ShouldBeLessThanOrEqualTo(bound.Max);
            Pricing.Charge(price, usage).ShouldBeGreaterThanOrEqualTo(Money.Zero);
        });

    [Fact]
    public void Charge_PartsLargerThanTheirWholeOrNegative_IsNeverMoreThanTheBoundNorBelowZero() =>
        Gen.Select(Price, Size, Gen.Long[-9_000, 9_000].Array[3]).Holds(Samples, (price, size, parts) =>
        {
            var usage = new TokenUsage(size.Input, size.Output) { CachedInput = parts[0], CacheWrite = parts[1], Reasoning = parts[2] };

            Pricing.Charge(price, usage).ShouldBeLessThanOrEqualTo(Pricing.Bound(price, size.Input, size.Output, 0, true).Max);
            Pricing.Charge(price, new TokenUsage(-size.Input, -size.Output)).ShouldBeGreaterThanOrEqualTo(Money.Zero);
        });

    [Fact]
    public void Bound_MoreTokens_NeverCostLess() =>
        Gen.Select(Price, Size, Size, Gen.Bool).Holds(Samples, (price, size, more, writesCache) =>
        {
            var bound = Pricing.Bound(price, size.Input, size.Output, 0, writesCache);

            Pricing.Bound(price, size.Input + more.Input, size.Output + more.Output, 0, writesCache).Max.ShouldBeGreaterThanOrEqualTo(bound.Max);
            Pricing.Bound(price, size.Input, size.Output, 0, writesCache: true).Max.ShouldBeGreaterThanOrEqualTo(bound.Max);
        });

    [Fact]
    public void OutputTokensWithin_AnyAmount_IsTheLargestThatFits() =>
        Gen.Select(Price, Size, Gen.Int[0, 2_000_000]).Holds(Samples, (price, size, micros) =>
        {
            var bound = Pricing.Bound(price, size.Input, size.Output, 0, writesCache: false);
            foreach (var available in new[] { new Money(micros / 1_000_000m), bound.Max, bound.CostWith(size.Output / 2), new Money(decimal.MaxValue) })
            {
                var tokens = bound.OutputTokensWithin(available);
                if (tokens < 0)
                {
                    bound.CostWith(0).ShouldBeGreaterThan(available);
                    continue;
                }

                tokens.ShouldBeLessThanOrEqualTo(size.Output);
                bound.CostWith(tokens).ShouldBeLessThanOrEqualTo(available);
                if (tokens < size.Output)
                {
                    bound.CostWith(tokens + 1).ShouldBeGreaterThan(available);
                }
            }
        });

    [Fact]
    public void Charge_TierReached_HoldsForTheWholeCall()
    {
        var price = new ModelPrice("m", "p", new PriceRates(2, 10))
        {
            Tiers = [new PriceTier(300, new PriceRates(1, 5)), new PriceTier(200, new PriceRates(4, 20))],
        };

        Pricing.Charge(price, new TokenUsage(200, 10)).Usd.ShouldBe(0.0005m);
        Pricing.Charge(price, new TokenUsage(201, 10)).Usd.ShouldBe(0.001004m);
        Pricing.Charge(price, new TokenUsage(301, 10)).Usd.ShouldBe(0.000351m);
        Pricing.Bound(price, 301, 10, 0, false).Max.Usd.ShouldBe(0.001404m);
    }
}
