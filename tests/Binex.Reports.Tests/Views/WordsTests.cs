using Binex.Reports.Views;

namespace Binex.Reports.Tests.Views;

public sealed class WordsTests
{
    [Theory]
    [InlineData("the model answered nothing", "The model answered nothing")]
    [InlineData("cancelled", "Cancelled")]
    [InlineData("no: it is over", "No: it is over")]
    [InlineData("api.example.com could not be reached", "api.example.com could not be reached")]
    [InlineData("gpt-4o-mini needs a key", "gpt-4o-mini needs a key")]
    [InlineData("'draft' failed", "'draft' failed")]
    [InlineData("", "")]
    public void Sentence_BeginsAsOneDoes_UnlessItBeginsWithAName(string text, string sentence) => Words.Sentence(text).ShouldBe(sentence);
}
