using Binex.Core.Text;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Text;

public sealed class WordChangesTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Const("the "), Gen.Const("quick "), Gen.Const("brown"), Gen.Const("fox"), Gen.Const(", "), Gen.Const("\n"), Gen.Const("\ud83d\ude00"), Gen.Const("jumps over"), Gen.Const("."), Gen.Const("")).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Between_AnyTexts_GivesBothBack() => Gen.Select(Texts, Texts).Holds(500, (before, after) =>
    {
        var parts = WordChanges.Between(before, after);

        string.Concat(parts.Where(part => part.Kind != PartKind.Added).Select(part => part.Text)).ShouldBe(before);
        string.Concat(parts.Where(part => part.Kind != PartKind.Removed).Select(part => part.Text)).ShouldBe(after);
    });

    [Fact]
    public void Between_OneWordChanged_SaysThatAndNothingElse() =>
        WordChanges.Between("a quick brown fox jumps", "a quick red fox jumps").ShouldBe(
            [new(PartKind.Same, "a quick "), new(PartKind.Removed, "brown"), new(PartKind.Added, "red"), new(PartKind.Same, " fox jumps")]);

    [Fact]
    public void Between_SameTexts_IsOnePart() => WordChanges.Between("as it was", "as it was").ShouldBe([new(PartKind.Same, "as it was")]);

    [Fact]
    public void Between_TextsOfManyMegabytes_ComparesTheirBeginnings() =>
        WordChanges.Between(new string('a', 4_000_000), string.Concat(Enumerable.Repeat("b ", 2_000_000))).Sum(part => part.Text.Length).ShouldBe(2 * WordChanges.MostCharacters);
}
