using System.Globalization;
using System.Text;
using Binex.Core.Text;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Text;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain\ttext\n", "plain\ttext\n")]
    [InlineData("a\u001b[31mred\u001b[0m b", "ared b")]
    [InlineData("a\u001b[38;2;1;2;3mX", "aX")]
    [InlineData("a\u009b31mX", "aX")]
    [InlineData("a\u001b]0;title\u0007b", "ab")]
    [InlineData("a\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\b", "alinkb")]
    [InlineData("a\u001b]0;no end", "a0;no end")]
    [InlineData("a\u001b]0;no end\nnext\u0007", "a0;no end\nnext")]
    [InlineData("a\u001bPq#0\u001b\\b", "ab")]
    [InlineData("a\u001bc\u001b(Bb", "ab")]
    [InlineData("a\u001b", "a")]
    [InlineData("a\u001b[", "a")]
    [InlineData("one\r\ntwo\rthree\u0085four\u2028five", "one\ntwo\nthree\nfour\nfive")]
    [InlineData("a\b\0\u007fb", "ab")]
    [InlineData("abc\u202edef", "abc[U+202E]def")]
    [InlineData("\u2066x\u2069\u200b", "[U+2066]x[U+2069][U+200B]")]
    [InlineData("tag\U000E0041", "tag[U+E0041]")]
    [InlineData("\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469")]
    [InlineData("Grüße, 世界, שלום", "Grüße, 世界, שלום")]
    public void Sanitize_Text_IsSafeToShow(string text, string expected) => TerminalText.Sanitize(text).ShouldBe(expected);

    // An attribute cannot hold half a pair.
    [Fact]
    public void Sanitize_HalfAPair_IsReplaced() => TerminalText.Sanitize("lone \ud800 half").ShouldBe("lone \ufffd half");

    [Fact]
    public void SanitizeLine_Lines_BecomeOne() => TerminalText.SanitizeLine("a\r\nb\tc").ShouldBe("a b c");

    [Fact]
    public void Sanitize_CleanText_IsTheSameObject()
    {
        var text = "nothing to do ü";

        TerminalText.Sanitize(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Sanitize_AnyText_HasNoControlsAndStaysClean() => Gen.Char.Array[0, 60].Holds(100, characters =>
    {
        var clean = TerminalText.Sanitize(new string(characters));

        clean.ShouldAllBe(character => character == '\n' || character == '\t' || !char.IsControl(character));
        clean.EnumerateRunes().ShouldAllBe(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Surrogate);
        TerminalText.Sanitize(clean).ShouldBe(clean);
    });

    [Fact]
    public void Sanitize_ManyUnendedStrings_TakesNoSquareTime()
    {
        var text = string.Concat(Enumerable.Repeat("\u001b]", 500_000));

        TerminalText.Sanitize(text).ShouldBe("");
    }
}
