using Binex.Ci.Comments;
using CsCheck;

namespace Binex.Ci.Tests.Comments;

public sealed class CommentMarkerTests
{
    [Fact]
    public void Marker_Written_IsReadBack()
    {
        var marker = new CommentMarker("costs.v2") { Order = 123456789012, Commit = new string('a', 40), Content = "00ff" };

        CommentMarker.Read($"{marker}\n### Text").ShouldBe(marker);
        CommentMarker.Read($"{marker}\r\n### Text").ShouldBe(marker);
        CommentMarker.Read(new CommentMarker("x") { Content = "1" }.ToString()).ShouldBe(new CommentMarker("x") { Content = "1" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("<!-- binex-comment -->")]
    [InlineData("<!-- binex-comment tag=binex")]
    [InlineData("<!-- binex-comment tag=a tag=b content=1 -->")]
    [InlineData("<!-- binex-comment tag=a=b content=1 -->")]
    [InlineData("<!-- binex-comment tag=<b> content=1 -->")]
    [InlineData("text first\n<!-- binex-comment tag=binex content=1 -->")]
    public void Read_OfAnotherText_IsNull(string body) => CommentMarker.Read(body).ShouldBeNull();

    [Fact]
    public void Read_OfAnyText_NeverThrows() => Gen.String.Sample(text =>
    {
        CommentMarker.Read(text);
        CommentMarker.Read($"<!-- binex-comment {text} -->\n");
    }, iter: 2_000);

    [Theory]
    [InlineData("binex", true)]
    [InlineData("Costs_of-flows.2", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("a-->", false)]
    [InlineData("a--b", false)]
    public void IsTag_TakesWordsAlone(string text, bool expected) => CommentMarker.IsTag(text).ShouldBe(expected);
}
