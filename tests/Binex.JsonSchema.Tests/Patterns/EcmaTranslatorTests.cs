using System.Text.Json;
using Binex.JsonSchema.Patterns;

namespace Binex.JsonSchema.Tests.Patterns;

public sealed class EcmaTranslatorTests
{
    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\s$", "\u00a0", true)]
    [InlineData(@"^\S$", "\ufeff", false)]
    [InlineData("^.$", "🐲", true)]
    [InlineData("^..$", "🐲", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^🐲*$", "🐲🐲", true)]
    [InlineData("^[🐲-🐵]$", "🐴", true)]
    [InlineData("^[🐲-🐵]$", "🐱", false)]
    [InlineData("^[^a]$", "🐲", true)]
    [InlineData("^[^🐲]$", "🐲", false)]
    [InlineData(@"^\u{1F432}$", "🐲", true)]
    [InlineData(@"^\uD83D\uDC32$", "🐲", true)]
    [InlineData(@"^[\w-.]+$", "a-.", true)]
    [InlineData(@"^\p{Letter}\P{Lu}$", "éa", true)]
    [InlineData(@"^[^\S]$", " ", true)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "🐲", true)]
    [InlineData("^a{,2}$", "a{,2}", true)]
    [InlineData("^{}$", "{}", true)]
    [InlineData("^a{2,3}?$", "aaa", true)]
    [InlineData(@"^(a)\1$", "aa", true)]
    [InlineData(@"^(?<x>a)(b)\2\k<x>$", "abba", true)]
    [InlineData(@"^(?:(a)|b)\1$", "b", true)]
    [InlineData("^(?!b)[a-c]$", "b", false)]
    [InlineData("(?<=a)b", "ab", true)]
    [InlineData(@"^\cA\x41\0\t\/\-$", "\u0001A\0\t/-", true)]
    public void Translate_Pattern_MatchesAsEcmaScriptDoes(string pattern, string text, bool expected)
    {
        var schema = TestSchema.Compile($$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");

        schema.IsValid(TestSchema.Parse(JsonSerializer.Serialize(text))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("^*")]
    [InlineData("{2}")]
    [InlineData("a{3,2}")]
    [InlineData("[b-a]")]
    [InlineData(@"\a")]
    [InlineData(@"\Z")]
    [InlineData(@"\")]
    [InlineData(@"\u12")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\p{Nonsense}")]
    [InlineData(@"\1")]
    [InlineData(@"\k<x>")]
    [InlineData("(?i)a")]
    [InlineData("(?<1>a)")]
    [InlineData("(?<x>a)(?<x>b)")]
    [InlineData("(?P<x>a)")]
    [InlineData("(?>a)")]
    public void Translate_WhatIsNoPattern_SaysWhy(string pattern) =>
        EcmaTranslator.Translate(pattern, 1_000).Problem.ShouldNotBeNullOrEmpty();
}
