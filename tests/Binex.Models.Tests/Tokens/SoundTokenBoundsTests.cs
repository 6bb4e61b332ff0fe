using System.Text;
using System.Text.Json;
using Binex.Core.Models;
using Binex.Models.Tokens;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Models.Tests.Tokens;

public sealed class SoundTokenBoundsTests
{
    private static readonly SoundTokenBounds Bounds = new();

    [Fact]
    public void InputTokens_AnyMessages_AreAtLeastTheirBytes() =>
        Gen.String.Array[0, 5].Holds(100, texts =>
        {
            var request = new ChatRequest("m", [.. texts.Select(text => new ChatMessage(ChatRole.User, text))], 10);

            Bounds.InputTokens(request).ShouldBe(
                texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text) + SoundTokenBounds.PerMessage) + SoundTokenBounds.PerRequest);
        });

    [Fact]
    public void InputTokens_EverythingElseThatIsSent_Counts()
    {
        var plain = new ChatRequest("m", [new ChatMessage(ChatRole.User, "hello")], 10);
        var schema = JsonElement.Parse("""{"type":"object"}""");

        Bounds.InputTokens(plain with { Stop = ["END"] }).ShouldBe(Bounds.InputTokens(plain) + 3);
        Bounds.InputTokens(plain with { OutputSchema = schema }).ShouldBeGreaterThanOrEqualTo(Bounds.InputTokens(plain) + 17);
        Bounds.InputTokens(plain with { Extra = schema }).ShouldBeGreaterThanOrEqualTo(Bounds.InputTokens(plain) + 17);
        Bounds.InputTokens(plain with { OutputSchema = default(JsonElement) }).ShouldBe(Bounds.InputTokens(plain));
    }
}
