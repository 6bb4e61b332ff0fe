using System.Globalization;
using System.Text;
using Binex.Core.Text;
using Binex.Testing.Proofs;
using Binex.Validation.Documents.Scalars;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Tests.Documents;

/// <summary>Every part of a scalar's value is found where it is written, in every style of YAML.</summary>
public sealed class ScalarRangeProperties
{
    private static readonly string[] Words = ["a", "bc", "${x.y}", "it", "é", "😀", "0", "x:y", "b#no", "-"];

    private static readonly string[] Pieces =
        ["a", "b c", "\\n", "\\t", "\\\"", "\\\\", "\\x41", "\\u00e9", "\\U0001F600", "${n.o}", "\n  ", "\n\n  ", "\\\n  ", "é", "😀"];

    [Fact]
    public void RangeOf_LiteralBlock_PointsAtTheCharacters() => ForEachSeed(random => Check(Block(random, '|')));

    [Fact]
    public void RangeOf_FoldedBlock_PointsAtTheCharacters() => ForEachSeed(random => Check(Block(random, '>')));

    [Fact]
    public void RangeOf_Plain_PointsAtTheCharacters() => ForEachSeed(random => Check(Flow(random, "")));

    [Fact]
    public void RangeOf_SingleQuoted_PointsAtTheCharacters() => ForEachSeed(random => Check(Flow(random, "'")));

    [Fact]
    public void RangeOf_DoubleQuoted_PointsAtTheEscapes() => ForEachSeed(random =>
    {
        var pieces = Enumerable.Range(0, random.Next(1, 13)).Select(_ => Pick(random, Pieces));
        Check($"k: \"w{string.Concat(pieces)}w\"\nz: 1\n");
    });

    private static void ForEachSeed(Action<Random> check)
    {
        for (var seed = 0; seed < (Proof.IsSoak ? 200_000 : 3_000); seed++)
        {
            check(new Random(seed));
        }
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static string Line(Random random) => "w" + string.Join(
        ' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick(random, Words)));

    private static string Flow(Random random, string quote)
    {
        var lineBreak = Pick(random, ["\n", "\r\n"]);
        var indent = new string(' ', random.Next(2, 5));
        var body = new StringBuilder(Line(random));
        for (var lines = random.Next(4); lines > 0; lines--)
        {
            body.Append(' ', random.Next(2)).Insert(body.Length, lineBreak, random.Next(1, 3)).Append(indent).Append(Line(random));
        }

        var text = quote.Length > 0 ? body.Replace("it", "it''s").ToString() : body.ToString();
        return $"k:{lineBreak}{indent}{quote}{text}{quote}{lineBreak}z: 1{lineBreak}";
    }

    private static string Block(Random random, char style)
    {
        var lineBreak = Pick(random, ["\n", "\r\n"]);
        var indent = random.Next(1, 5);
        var indicator = random.Next(2) == 0;
        var source = new StringBuilder($"k: {style}{(indicator ? indent.ToString(CultureInfo.InvariantCulture) : "")}{Pick(random, ["", "-", "+"])} # note{lineBreak}");
        for (var line = 0; line < random.Next(1, 6); line++)
        {
            source.Append(' ', indent + (line == 0 && !indicator ? 0 : random.Next(3))).Append(Line(random)).Append(lineBreak);
            source.Insert(source.Length, lineBreak, random.Next(3));
        }

        return source.Append("z: 1").ToString();
    }

    private static void Check(string text)
    {
        var source = new SourceText("a.yaml", text);
        var findings = new FindingList();
        var root = DocumentReader.Read(source, findings) as MappingNode;
        root.ShouldNotBeNull(string.Join("; ", findings.ToSorted().Select(finding => finding.Message)) + "\n" + text);
        var scalar = root["k"].ShouldBeOfType<ScalarNode>();
        for (var i = 0; i < scalar.Value.Length; i++)
        {
            var range = scalar.RangeOf(i, 1);
            var written = text[source.OffsetOf(range.Start)..source.OffsetOf(range.End)];
            Means(written, scalar.Value[i], scalar.Form).ShouldBeTrue($"'{written}' for '{scalar.Value[i]}' at {i} of '{scalar.Value}' in:\n{text}");
        }

        var first = source.OffsetOf(scalar.RangeOf(0, scalar.Value.Length).Start);
        text[first..].TrimStart(' ').ShouldStartWith("w");
    }

    private static bool Means(string written, char character, ScalarForm form) => written switch
    {
        "\n" or "\r\n" => character is '\n' or ' ',
        "''" when form == ScalarForm.SingleQuoted => character == '\'',
        ['\\', ..] when form == ScalarForm.DoubleQuoted => character is '\n' or '\t' or '"' or '\\' or 'A' or 'é' || char.IsSurrogate(character),
        _ => written == character.ToString(),
    };
}
