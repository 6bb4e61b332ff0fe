using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Models.Prices;
using Binex.Models.Tokens;

namespace Binex.Models.Tests.Tokens;

public sealed class AttachmentBoundsTests
{
    private const int Name = 5;
    private static readonly PriceBook Prices = new();
    private static readonly TokenBounds Bounds = new(Prices);

    [Theory]
    [InlineData("gpt-4o", 1024, 1024, 765)]
    [InlineData("gpt-4o-2024-08-06", 2048, 4096, 1_105)]
    [InlineData("openai/gpt-4o", 1, 1, 765)]
    [InlineData("gpt-4o-mini", 1024, 1024, 25_501)]
    [InlineData("azure/gpt-4o", 4096, 100, 765)]
    [InlineData("o3", 1024, 1024, 675)]
    [InlineData("gpt-5", 1024, 1024, 630)]
    [InlineData("gpt-4.1", 1024, 1024, 1_024)]
    [InlineData("gpt-4.1-mini", 1024, 1024, 1_659)]
    [InlineData("gpt-5-nano", 9000, 9000, 3_779)]
    [InlineData("o4-mini", 1800, 2400, 2_642)]
    [InlineData("claude-sonnet-4-5", 1000, 1000, 1_296)]
    [InlineData("claude-sonnet-4-5", 8000, 8000, 5_000)]
    [InlineData("gemini/gemini-2.5-flash", 300, 300, 2_240)]
    [InlineData("gemini/gemini-2.5-flash", 7680, 7680, 25_800)]
    public void AttachmentTokens_RuleThatAProviderPublishes_IsThat(string model, int width, int height, long expected) =>
        Bounds.AttachmentTokens(model, null, Image(width, height)).ShouldBe(expected + SoundTokenBounds.PerMessage + Name);

    [Theory]
    [InlineData("gpt-5.4-mini", null)]
    [InlineData("xai/grok-4", null)]
    [InlineData("gpt-4o", "http://localhost:1234/v1")]
    public void AttachmentTokens_NoRuleKnown_EveryCharacterOfItMayBeAToken(string model, string? apiBase) =>
        Bounds.AttachmentTokens(model, apiBase, Image(10, 10, 30_000)).ShouldBe(40_000 + SoundTokenBounds.PerMessage + Name);

    [Fact]
    public void AttachmentTokens_Pdf_IsTheWholeWindowAndAnEstimateIsAShareOfItsBytes()
    {
        var document = new Attachment("a.pdf", AttachmentKind.Pdf, "application/pdf", new byte[100_000]);

        Bounds.AttachmentTokens("gpt-4o", null, document).ShouldBe(128_000 + SoundTokenBounds.PerMessage + Name);
        Bounds.AttachmentTokens("unheard-of", null, document).ShouldBe(10_000_000 + SoundTokenBounds.PerMessage + Name);
        new EstimatedTokenBounds(0.4m, Prices).AttachmentTokens("gpt-4o", null, document).ShouldBe(40_000);
    }

    [Fact]
    public void AttachmentTokens_SizesFromAHostileHeader_AreNeverMoreThanTheWindow()
    {
        foreach (var model in (string[])["gpt-4o", "gpt-5-nano", "claude-sonnet-4-5", "gemini/gemini-2.5-flash", "xai/grok-4"])
        {
            foreach (var (width, height) in ((long, long)[])[(uint.MaxValue, uint.MaxValue), (uint.MaxValue, 1), (1, uint.MaxValue)])
            {
                Bounds.AttachmentTokens(model, null, Image(width, height)).ShouldBeInRange(1, Prices.Find(model)!.MaxInputTokens!.Value + 100, model);
            }
        }
    }

    [Fact]
    public void InputTokens_WithFiles_IsTheirSumOnTop()
    {
        var message = new ChatMessage(ChatRole.User, "hello");
        var (image, other) = (Image(1024, 1024), Image(10, 10));
        ITokenBounds[] all = [Bounds, new SoundTokenBounds(Prices), new EstimatedTokenBounds(0.5m, Prices)];

        foreach (var bounds in all)
        {
            foreach (var model in (string[])["gpt-4o", "claude-sonnet-4-5"])
            {
                bounds.InputTokens(new ChatRequest(model, [message with { Attachments = [image, other] }], 10)).ShouldBe(
                    bounds.InputTokens(new ChatRequest(model, [message], 10)) + bounds.AttachmentTokens(model, null, image) + bounds.AttachmentTokens(model, null, other));
            }
        }
    }

    private static Attachment Image(long width, long height, int bytes = 100) =>
        new("b/a.pn", AttachmentKind.Image, "image/png", new byte[bytes]) { Size = new ImageSize(width, height), Path = "b/a.png" };
}
