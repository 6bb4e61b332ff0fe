using System.Diagnostics;
using System.Text;
using Binex.Core.Models;
using Binex.Models.Tokens;
using Binex.Testing.Proofs;
using CsCheck;
using Microsoft.ML.Tokenizers;

namespace Binex.Models.Tests.Tokens;

/// <summary>The bounds against the tokenizers at hand, with and without their control tokens.</summary>
public sealed class TokenBoundsTests
{
    private static readonly TokenBounds Bounds = new();
    private static readonly Tokenizer[] AtHand = [TiktokenTokenizer.CreateForEncoding("o200k_base"), TiktokenTokenizer.CreateForEncoding("cl100k_base")];

    private static readonly string[] Pieces =
    [
        "The quick brown fox jumps over the lazy dog. ", "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ", "Съешь же ещё этих мягких французских булок. ",
        "私はガラスを食べられます。それは私を傷つけません。", "我能吞下玻璃而不伤身体。", "나는 유리를 먹을 수 있어요. ", "أنا قادر على أكل الزجاج و هذا لا يؤلمني. ", "אני יכול לאכול זכוכית. ",
        "मैं काँच खा सकता हूँ। ", "ฉันกินกระจกได้ แต่มันไม่ทำให้ฉันเจ็บ ", "ကျွန်တော် မှန်စားနိုင်တယ်။ ", "ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ ", "🧑🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿👩‍👩‍👧‍👦🎉 ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𓀀𓀁𓂀 ",
        "public static int Main(string[] args)\n{\n    return args.Length == 0 ? 1 : 0; // nothing\n}\n", "SELECT a.*, COUNT(*) FROM t AS a GROUP BY 1 HAVING n > 3;\n",
        "{\"name\":\"x\",\"values\":[1,2.5e-10,null,true],\"nested\":{\"a\":\"\\u00e9\"}}", "<div class=\"a-b c\"><p>&nbsp;text</p></div>\r\n\t\t", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "3.14159265358979323846264338327950288419716939937510", "        \n\n\n   \t", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "-------------------------------", "!?!?!?!?…………", "<|endoftext|>", "<|endofprompt|><|im_start|>", "\0\u0001\u0007", "e\u0301\u0302\u0303\u0304\u0305",
        "\ud83d", "\udc00", "\ufffd\ufeff", "A", " ", "é", "𝟘𝟙𝟚",
    ];

    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]), Gen.Frequency((8, Gen.Int[1, 4]), (1, Gen.Int[50, 200]))).Array[1, 40]
        .Select(parts => string.Concat(parts.Select(part => string.Concat(Enumerable.Repeat(part.Item1, part.Item2)))));

    public static TheoryData<string> Corpus => [.. Pieces, .. Pieces.Select(piece => string.Concat(Enumerable.Repeat(piece, 60)))];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void InputTokens_EveryKindOfText_IsNeverBelowAnyExactCount(string text) => Check(text);

    [Fact]
    public void InputTokens_MixedTexts_IsNeverBelowAnyExactCount() => Proof.Holds(Text, 150, 20_000, Check);

    [Theory]
    [InlineData("gpt-4o-mini")]
    [InlineData("openai/gpt-4.1")]
    [InlineData("ft:gpt-4o-2024-08-06:acme:x:1")]
    [InlineData("gpt-4-turbo")]
    [InlineData("gpt-3.5-turbo-0125")]
    [InlineData("o3-mini")]
    public void InputTokens_OrdinaryTextOfAKnownModel_IsAThirdOfItsBytesOrLess(string model)
    {
        var text = string.Concat(Enumerable.Repeat(Pieces[0], 200));

        var bound = Bounds.InputTokens(Request(model, text));

        bound.ShouldBeLessThan(Encoding.UTF8.GetByteCount(text) / 3);
    }

    [Theory]
    [InlineData("gpt-5.4")]
    [InlineData("gpt-4o-search-preview")]
    [InlineData("gpt-40")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    [InlineData("openrouter/openai/gpt-4o")]
    public void InputTokens_TokenizerNotKnownForCertain_CountsBytes(string model) =>
        Bounds.InputTokens(Request(model, new string('x', 900) + " y")).ShouldBe(new SoundTokenBounds().InputTokens(Request(model, new string('x', 900) + " y")));

    [Fact]
    public void InputTokens_AnAddressOfTheUsersOwn_CountsBytes()
    {
        var request = Request("gpt-4o", string.Concat(Enumerable.Repeat(Pieces[0], 50))) with { ApiBase = "https://gateway.example/v1" };

        Bounds.InputTokens(request).ShouldBe(new SoundTokenBounds().InputTokens(request));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("0")]
    [InlineData("漢")]
    [InlineData("🎉")]
    [InlineData("ab ")]
    [InlineData("a1")]
    [InlineData("<|")]
    public void InputTokens_AMillionCharacters_TakesSecondsAtMost(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        Bounds.InputTokens(Request("gpt-4o", new string('x', 600)));
        var since = Stopwatch.GetTimestamp();

        Bounds.InputTokens(Request("gpt-4o", text)).ShouldBeGreaterThan(0);

        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static void Check(string text)
    {
        var sound = new SoundTokenBounds().InputTokens(Request("any", text));
        foreach (var tokenizer in AtHand)
        {
            sound.ShouldBeGreaterThanOrEqualTo(AsPlainText(tokenizer, text));
        }

        Bounds.InputTokens(Request("gpt-4o", text)).ShouldBeInRange(AsPlainText(AtHand[0], text) + 7, sound);
        Bounds.InputTokens(Request("gpt-4", text)).ShouldBeInRange(AsPlainText(AtHand[1], text) + 7, sound);
    }

    // A control token that is taken for text is cut into pieces: the tokenizer sees it so when its marks stand apart.
    private static int AsPlainText(Tokenizer tokenizer, string text) => Math.Max(
        tokenizer.CountTokens(text), text.Split("<|").Sum(part => tokenizer.CountTokens(part)) + ((text.Split("<|").Length - 1) * tokenizer.CountTokens("<|")));

    private static ChatRequest Request(string model, string text) => new(model, [new ChatMessage(ChatRole.User, text)], 100);
}
