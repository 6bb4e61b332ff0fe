using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Binex.Core.Prices;

namespace Binex.Testing.FakeProvider;

/// <summary>How the fake provider behaves.</summary>
public sealed record FakeProviderOptions
{
    /// <summary>What it charges for a model; one dollar per million tokens of either kind by default.</summary>
    public Func<string, PriceRates> Rates { get; init; } = _ => new PriceRates(1, 1);

    /// <summary>What it does with a request; an ordinary answer by default. Called from many threads.</summary>
    public Func<FakeCall, FakeReply> Reply { get; init; } = _ => new FakeReply();

    /// <summary>Its certificate; null to speak without one.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Counts the tokens of a request's body; <see cref="FakeTokens.Input"/> by default.</summary>
    public Func<JsonElement, long> InputTokens { get; init; } = FakeTokens.Input;

    /// <summary>Sees every bill the moment it is written, before anything is answered. Called from many threads.</summary>
    public Action<FakeBill> OnBill { get; init; } = static _ => { };

    /// <summary>
    /// Which node a prompt comes from: by default what stands in it between <c>[[</c> and <c>]]</c>, else its first line.
    /// </summary>
    public Func<string, string> Marker { get; init; } = static prompt =>
    {
        var start = prompt.IndexOf("[[", StringComparison.Ordinal);
        var end = start < 0 ? -1 : prompt.IndexOf("]]", start, StringComparison.Ordinal);
        return end < 0 ? prompt.Split('\n', 2)[0] : prompt[(start + 2)..end];
    };
}
