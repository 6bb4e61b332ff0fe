using Binex.Core.Diagnostics;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Diagnostics;

public sealed class SpellingTests
{
    private static readonly string[] Known = ["prompt", "agent", "system_prompt", "inputs", "outputs", "when", "x"];

    [Theory]
    [InlineData("promt", "prompt")]
    [InlineData("PROMPT", "prompt")]
    [InlineData("rpompt", "prompt")]
    [InlineData("agnet", "agent")]
    [InlineData("input", "inputs")]
    [InlineData("system_promtp", "system_prompt")]
    [InlineData("systm_promt", "system_prompt")]
    [InlineData("wehn", "when")]
    [InlineData("y", "x")]
    [InlineData("zebra", null)]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void Nearest_Name_IsWhatWasMeant(string name, string? expected) => Spelling.Nearest(name, Known).ShouldBe(expected);

    [Fact]
    public void Nearest_Tie_IsTheEarlier() => Spelling.Nearest("cat", ["bat", "hat"]).ShouldBe("bat");

    [Fact]
    public void Nearest_ExactName_BeatsEveryOther() => Spelling.Nearest("hat", ["bat", "hat", "HAT"]).ShouldBe("hat");

    [Fact]
    public void Nearest_VeryLongName_IsNotCompared() => Spelling.Nearest(new string('a', 5_000), [new string('a', 5_001)]).ShouldBeNull();

    [Fact]
    public void Hint_NothingNear_IsNull()
    {
        Spelling.Hint("zebra", Known).ShouldBeNull();
        Spelling.Hint("promt", Known).ShouldBe("did you mean 'prompt'?");
    }

    [Fact]
    public void Nearest_AnyNameWithOneChange_IsFound() =>
        Gen.Select(Gen.Char['a', 'z'].Array[3, 20], Gen.Int[0, 19], Gen.Int[0, 3], Gen.Char['a', 'z']).Holds(
            2_000,
            (letters, at, change, letter) =>
            {
                var name = new string(letters);
                at %= name.Length;
                var changed = change switch
                {
                    0 => name.Insert(at, letter.ToString()),
                    1 => name.Remove(at, 1),
                    2 => name.Remove(at, 1).Insert(at, letter.ToString()),
                    _ => at == 0 ? name : name.Remove(at - 1, 2).Insert(at - 1, $"{name[at]}{name[at - 1]}"),
                };

                Spelling.Nearest(changed, [name]).ShouldBe(name);
            });

    [Theory]
    [InlineData("promt", new[] { "prompt", "agent" }, "prompt")]
    [InlineData("PROMPT", new[] { "prompt", "agent" }, "prompt")]
    [InlineData("cat", new[] { "bat", "car" }, null)]
    [InlineData("zzz", new[] { "prompt", "agent" }, null)]
    [InlineData("", new[] { "a" }, null)]
    public void OnlyNear_IsTheOneThatIsNear_AndNoneOfSeveral(string name, string[] candidates, string? expected) =>
        Spelling.OnlyNear(name, candidates).ShouldBe(expected);
}
