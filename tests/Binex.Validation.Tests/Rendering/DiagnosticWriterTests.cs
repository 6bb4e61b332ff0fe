using System.Text;
using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rendering;

namespace Binex.Validation.Tests.Rendering;

public sealed class DiagnosticWriterTests
{
    [Theory]
    [InlineData("a: b", 4, 5, "a: b", "   ^")]
    [InlineData("\ta", 2, 3, "    a", "    ^")]
    [InlineData("a\tb", 3, 4, "a   b", "    ^")]
    [InlineData("日本: x", 5, 6, "日本: x", "      ^")]
    [InlineData("日本: x", 1, 3, "日本: x", "^^^^")]
    [InlineData("😀x", 3, 4, "😀x", "  ^")]
    [InlineData("e\u0301x", 3, 4, "e\u0301x", " ^")]
    [InlineData("a\u001b[31mb", 2, 3, "a␛[31mb", " ^")]
    [InlineData("a\u202eb", 3, 4, "a?b", "  ^")]
    [InlineData("a\u007f", 2, 3, "a␡", " ^")]
    [InlineData("ab", 3, 3, "ab", "  ^")]
    public void Write_Excerpt_PutsCaretsBelowTheRange(string line, int start, int end, string shown, string carets)
    {
        var lines = Write(new SourceText("f.yaml", line), new TextRange(new TextPosition(1, start), new TextPosition(1, end))).Split('\n');

        lines[1].ShouldBe($"  1 | {shown}");
        lines[2].ShouldBe($"    | {carets}");
    }

    [Fact]
    public void Write_RangeOverSeveralLines_ShowsTheFirst()
    {
        var lines = Write(new SourceText("f.yaml", "ab cd\nef"), new TextRange(new TextPosition(1, 4), new TextPosition(2, 2))).Split('\n');

        lines[2].ShouldBe("    |    ^^");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(500)]
    [InlineData(990)]
    public void Write_LongLine_IsCutAroundTheRange(int column)
    {
        var text = new StringBuilder(new string('x', 1_000)) { [column - 1] = 'Q' };

        var lines = Write(new SourceText("f.yaml", text.ToString()), new TextRange(new TextPosition(1, column), new TextPosition(1, column + 1))).Split('\n');

        lines[1].Length.ShouldBeLessThanOrEqualTo(170);
        lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)].ShouldBe('Q');
    }

    [Theory]
    [InlineData("api_key: sk-123456789", "api_key: ************")]
    [InlineData("secret: \"abcdefgh\", x: 1", "secret: \"********\", x: 1")]
    [InlineData("api_key: ${env.KEY_OF_MINE}", "api_key: ${env.KEY_OF_MINE}")]
    [InlineData("v: { secret: true }", "v: { secret: true }")]
    [InlineData("x: a1b2c3d4e5f6g7h8i9j0k1", "x: **********************")]
    [InlineData("  MIIEpAIBAAKCAQEA7/q2Zb0+1mYx5TzKc9W4vRd8uLh3", "  ********************************************")]
    [InlineData("f: file://prompts/2024/summary01draft02.md", "f: file://prompts/2024/summary01draft02.md")]
    public void Write_LineWithSecret_HidesIt(string line, string shown) =>
        Write(new SourceText("f.yaml", line), TextRange.FileStart).Split('\n')[1].ShouldBe($"  1 | {shown}");

    [Fact]
    public void Write_MessageWithControlCharacters_ShowsThem()
    {
        var diagnostic = new Diagnostic(DiagnosticCatalog.UnknownKey, new SourceLocation("a\u001b.yaml", TextRange.FileStart), "x\u001b[2Jy\n") { Hint = "h\u0007" };
        using var output = new StringWriter();

        new DiagnosticTextWriter(output).Write([diagnostic], []);

        output.ToString().ShouldBe("a␛.yaml:1:1: error BNX1101: x␛[2Jy␊\n  help: h␇\n");
    }

    [Fact]
    public void Write_WithColours_PaintsParts()
    {
        using var output = new StringWriter();

        new DiagnosticTextWriter(output, new Marks()).Write([Finding(TextRange.FileStart)], [new SourceText("f.yaml", "ab")]);

        output.ToString().ShouldBe("<Place:f.yaml:1:1:> <Error:error BNX1101:> message\n  <Gutter:1 |> ab\n    <Gutter:|> <Caret:^>\n");
    }

    [Theory]
    [InlineData(0, "2 files checked: nothing found\n")]
    [InlineData(1, "2 files checked: 1 error\n")]
    [InlineData(2, "2 files checked: 2 errors\n")]
    public void WriteSummary_CountsFindings(int errors, string expected)
    {
        using var output = new StringWriter();

        new DiagnosticTextWriter(output).WriteSummary([.. Enumerable.Repeat(Finding(TextRange.FileStart), errors)], 2);

        output.ToString().ShouldBe(expected);
    }

    [Fact]
    public void WriteJson_HasTheDocumentedForm()
    {
        var location = new SourceLocation("f.yaml", new TextRange(new TextPosition(2, 3), new TextPosition(2, 9)));
        var diagnostic = new Diagnostic(DiagnosticCatalog.DuplicateKey, location, "twice") { Hint = "keep one", Related = [new RelatedPlace("first", location)] };
        using var stream = new MemoryStream();

        DiagnosticJsonWriter.Write(stream, [diagnostic], 3);

        var expected = """
            {"schemaVersion":1,"diagnostics":[{"code":"BNX1007","severity":"error","message":"twice","file":"f.yaml","range":{"start":{"line":2,"column":3},"end":{"line":2,"column":9}},
            "related":[{"message":"first","file":"f.yaml","range":{"start":{"line":2,"column":3},"end":{"line":2,"column":9}}}],"hint":"keep one","help":"docs/diagnostics/BNX1007.md","fix":null}],
            "summary":{"files":3,"errors":1,"warnings":0,"infos":0}}
            """;
        JsonElement.DeepEquals(JsonElement.Parse(stream.ToArray()), JsonElement.Parse(expected)).ShouldBeTrue(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static Diagnostic Finding(TextRange range) => new(DiagnosticCatalog.UnknownKey, new SourceLocation("f.yaml", range), "message");

    private static string Write(SourceText source, TextRange range)
    {
        using var output = new StringWriter();
        new DiagnosticTextWriter(output).Write([Finding(range)], [source]);
        return output.ToString();
    }

    private sealed class Marks : IDiagnosticColours
    {
        public string Paint(DiagnosticPart part, string text) => $"<{part}:{text}>";
    }
}
