using Binex.Reports.Text;

namespace Binex.Reports.Tests.Text;

public sealed class ProviderDetailTests
{
    [Theory]
    [InlineData("""{"error": {"message": "You have no credit.", "type": "insufficient_quota"}}""", "You have no credit.")]
    [InlineData("""{"error": "model 'x' not found"}""", "model 'x' not found")]
    [InlineData("""{"message": "Too many tokens"}""", "Too many tokens")]
    [InlineData("""{"error": {"code": 7}, "message": "denied"}""", "denied")]
    [InlineData("""{"error": {"message": ""}}""", """{"error": {"message": ""}}""")]
    [InlineData("""{"error": {"message": "\ud83d"}}""", """{"error": {"message": "\ud83d"}}""")]
    [InlineData("""{"error": {"message": "cut""", """{"error": {"message": "cut""")]
    [InlineData("<html>Bad Gateway</html>", "<html>Bad Gateway</html>")]
    public void Of_ABody_IsItsSentence(string body, string shown) => ProviderDetail.Of(body).ShouldBe(shown);
}
