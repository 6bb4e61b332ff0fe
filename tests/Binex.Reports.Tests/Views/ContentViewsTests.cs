using Binex.Reports.Views;

namespace Binex.Reports.Tests.Views;

public sealed class ContentViewsTests
{
    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("{")]
    public void Pretty_JsonThatCannotBeWritten_StaysAsItIs(string json) => ContentViews.Pretty(json).ShouldBe(json);
}
