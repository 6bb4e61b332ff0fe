using System.Text;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Engine.Tests.Harness;

/// <summary>A token for each byte of each message and ten for each message; windows of 20,000 tokens; a fee for some models.</summary>
internal sealed class PlanPrices : IPriceBook, ITokenBounds
{
    public const int Window = 20_000;

    public DateOnly AsOf => new(2026, 3, 1);

    public string Sha256 => new('9', 64);

    public IEnumerable<string> Models => ["acme/large", "acme/fee"];

    public ModelPrice? Find(string model) => new(model, "acme", new PriceRates(1, 10))
    {
        MaxInputTokens = Window,
        PerRequest = model == "acme/fee" ? 0.001m : 0,
    };

    public long InputTokens(ChatRequest request) => request.Messages.Sum(message => 10 + Encoding.UTF8.GetByteCount(message.Text));
}
