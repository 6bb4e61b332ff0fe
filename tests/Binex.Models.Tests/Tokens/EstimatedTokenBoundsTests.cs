using Binex.Core.Models;
using Binex.Models.Tokens;

namespace Binex.Models.Tests.Tokens;

public sealed class EstimatedTokenBoundsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("A hundred ordinary words. ", 100));

    [Theory]
    [InlineData(1)]
    [InlineData(0.4)]
    public void InputTokens_ModelWhoseTokenizerIsNotAtHand_IsTheShareOfItsTextsAndItsFraming(double share)
    {
        var request = Request("anthropic/claude-sonnet-4-5");
        var sound = new SoundTokenBounds().InputTokens(request);

        var estimate = new EstimatedTokenBounds((decimal)share).InputTokens(request);

        estimate.ShouldBe(SoundTokenBounds.PerRequest + (long)Math.Ceiling((sound - SoundTokenBounds.PerRequest) * (decimal)share));
    }

    [Fact]
    public void InputTokens_ModelThatIsCountedExactly_StaysExact() =>
        new EstimatedTokenBounds(0.4m).InputTokens(Request("gpt-4o")).ShouldBe(new TokenBounds().InputTokens(Request("gpt-4o")));

    private static ChatRequest Request(string model) => new(model, [new ChatMessage(ChatRole.User, Long)], 100);
}
