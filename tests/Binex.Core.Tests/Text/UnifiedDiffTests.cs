using Binex.Core.Text;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Text;

public sealed class UnifiedDiffTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n")]
    [InlineData("a\n", "a", "@@ -1,1 +1,1 @@\n-a\n+a\n\\ No newline at end of file\n")]
    [InlineData("a", "a\nb", "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n")]
    [InlineData("", "a\n", "@@ -0,0 +1,1 @@\n+a\n")]
    [InlineData("a\r\nb\r\n", "a\r\n", "@@ -1,2 +1,1 @@\n a\r\n-b\r\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n", "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n")]
    public void Render_Change_IsOneHunk(string before, string after, string hunk) =>
        UnifiedDiff.Render("f.yaml", before, after).ShouldBe($"--- a/f.yaml\n+++ b/f.yaml\n{hunk}");

    [Fact]
    public void Render_ChangesFarApart_AreHunksOfTheirOwn()
    {
        var lines = Enumerable.Range(1, 30).Select(line => $"{line}\n").ToArray();
        var before = string.Concat(lines);
        (lines[2], lines[20]) = ("x\n", "y\n");

        UnifiedDiff.Render("f", before, string.Concat(lines)).Split("@@ -").Length.ShouldBe(3);
    }

    [Fact]
    public void Render_EqualTexts_IsEmpty() => UnifiedDiff.Render("f", "a\n", "a\n").ShouldBeEmpty();

    [Fact]
    public void Render_NameWithLineBreak_StaysOnOneLine() => UnifiedDiff.Render("a\nb", "", "x").ShouldStartWith("--- a/a b\n+++ b/a b\n");

    [Fact]
    public void Render_ThousandsOfChanges_ComesToAnEnd()
    {
        var before = string.Concat(Enumerable.Range(0, 20_000).Select(line => $"{line}\n"));
        var after = string.Concat(Enumerable.Range(0, 20_000).Select(line => $"{line}!\n"));

        Patch(before, UnifiedDiff.Render("f", before, after)).ShouldBe(after);
    }

    [Fact]
    public void Render_AnyTexts_IsAPatchFromOneToTheOther()
    {
        var line = Gen.OneOf("a\n", "b\n", "c\n", "\n", "a\r\n");
        var text = Gen.Select(line.Array[0, 30], Gen.OneOf("", "a", "b"), (lines, tail) => string.Concat(lines) + tail);
        Gen.Select(text, text).Holds(3_000, (before, after) => Patch(before, UnifiedDiff.Render("f", before, after)).ShouldBe(after));
    }

    [Fact]
    public void Render_OneLineMore_IsTheShortestDiff()
    {
        var line = Gen.OneOf("a\n", "b\n", "c\n");
        Gen.Select(line.Array[1, 20], Gen.Int[0, 20]).Holds(100, (lines, at) =>
        {
            var after = lines.ToList();
            after.Insert(Math.Min(at, lines.Length), "new\n");

            var diff = UnifiedDiff.Render("f", string.Concat(lines), string.Concat(after));

            diff.Split('\n').Skip(2).Count(shown => shown.StartsWith('+') || shown.StartsWith('-')).ShouldBe(1, diff);
        });
    }

    // Applies a patch as the form says, and holds that its heads and context are those of the text.
    private static string Patch(string before, string diff)
    {
        var old = Lines(before);
        var result = new List<string>();
        var at = 0;
        var lines = Lines(diff).Skip(2).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var last = i + 1 < lines.Count && lines[i + 1].StartsWith('\\');
            var content = last ? lines[i][1..^1] : lines[i][1..];
            switch (lines[i][0])
            {
                case '@':
                    var (start, count) = Range(lines[i]);
                    var next = count == 0 ? start : start - 1;
                    next.ShouldBeGreaterThanOrEqualTo(at);
                    result.AddRange(old.GetRange(at, next - at));
                    at = next;
                    break;
                case ' ':
                    content.ShouldBe(old[at++]);
                    result.Add(content);
                    break;
                case '-':
                    content.ShouldBe(old[at++]);
                    break;
                case '+':
                    result.Add(content);
                    break;
                default:
                    lines[i].ShouldBe("\\ No newline at end of file\n");
                    break;
            }
        }

        result.AddRange(old.GetRange(at, old.Count - at));
        return string.Concat(result);
    }

    private static (int Start, int Count) Range(string head)
    {
        var numbers = head.Split(' ')[1][1..].Split(',');
        return (int.Parse(numbers[0]), int.Parse(numbers[1]));
    }

    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var tail = lines[^1];
        var ended = lines[..^1].ConvertAll(line => line + "\n");
        return tail.Length == 0 ? ended : [.. ended, tail];
    }
}
