using Binex.Reports.Rendering;

namespace Binex.Reports.Tests.Rendering;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain text-1.2 (x)", "plain text-1.2 (x)")]
    [InlineData("a|b\n# c", "a\\|b \\#\u200B c")]
    [InlineData("[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) \\!\\[y\\](z)")]
    [InlineData("<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;")]
    [InlineData("@all fixes #12", "@\u200Ball fixes \\#\u200B12")]
    [InlineData("see https://a.b and www.c.d", "see https:\u200B//a.b and www.\u200Bc.d")]
    [InlineData("$0.05/$1.00 *b* _i_ ~s~ `c`", "\\$0.05/\\$1.00 \\*b\\* \\_i\\_ \\~s\\~ \\`c\\`")]
    public void Escape_Text_MeansNothing(string text, string expected) => MarkdownText.Escape(text).ShouldBe(expected);

    [Fact]
    public void Fence_TextWithFences_HasALongerOne() => MarkdownText.Fence("a\n````\nb", "text").Text.ShouldBe("`````text\na\n````\nb\n`````");
}
