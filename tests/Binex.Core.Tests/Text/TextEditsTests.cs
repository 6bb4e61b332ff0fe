using Binex.Core.Text;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Text;

public sealed class TextEditsTests
{
    [Theory]
    [InlineData("abc", 1, 2, "X", "aXc")]
    [InlineData("abc", 1, 1, "X", "aXbc")]
    [InlineData("abc", 0, 3, "", "")]
    [InlineData("a\r\nb", 1, 3, " ", "a b")]
    [InlineData("", 0, 0, "x", "x")]
    public void Apply_OneEdit_ChangesItsRange(string text, int start, int end, string newText, string expected)
    {
        var source = new SourceText("f", text);

        TextEdits.Apply(source, [new TextEdit(source.Range(start, end), newText)]).ShouldBe(expected);
    }

    [Fact]
    public void Apply_SeveralInAnyOrder_ChangesEach()
    {
        var source = new SourceText("f", "one\ntwo\nthree\n");

        TextEdits.Apply(source, [new TextEdit(source.Range(8, 13), "3"), new TextEdit(source.Range(0, 3), "1"), new TextEdit(source.Range(3, 3), "!")])
            .ShouldBe("1!\ntwo\n3\n");
    }

    [Fact]
    public void Apply_OverlappingEdits_IsAMistakeOfTheCaller()
    {
        var source = new SourceText("f", "abcdef");

        Should.Throw<ArgumentException>(() => TextEdits.Apply(source, [new TextEdit(source.Range(0, 3), ""), new TextEdit(source.Range(2, 4), "")]));
    }

    [Fact]
    public void Apply_AnyEdit_LeavesTheRestAsItIs()
    {
        var text = Gen.OneOf("a", "\n", "\r\n", "\r", "é", "😀", "\t").Array[0, 20].Select(string.Concat);
        Gen.Select(text, Gen.Int[0, 40], Gen.Int[0, 10], Gen.OneOf("", "x", "\n")).Holds(100, (before, at, length, newText) =>
        {
            var start = Math.Min(at, before.Length);
            var end = Math.Min(start + length, before.Length);
            // A place between the two characters of one line break is on neither line.
            if (IsInsideBreak(before, start) || IsInsideBreak(before, end))
            {
                return;
            }

            var source = new SourceText("f", before);
            TextEdits.Apply(source, [new TextEdit(source.Range(start, end), newText)]).ShouldBe(before[..start] + newText + before[end..]);
        });
    }

    private static bool IsInsideBreak(string text, int offset) => offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
}
