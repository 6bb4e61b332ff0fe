using System.Text.Json;
using Binex.Core.Json;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Json;

public sealed class JsonValuesTests
{
    [Theory]
    [InlineData("\"a\\ud800b\"", "a\ufffdb")]
    [InlineData("\"\\uDE00\"", "\ufffd")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\ufffd😀")]
    [InlineData("\"\\ud83d\"", "\ufffd")]
    [InlineData("\"\\\\ud83d\"", "\\ud83d")]
    [InlineData("\"\\ud83d\\\\ude00\"", "\ufffd\\ude00")]
    [InlineData("\"\\ud83dx\\ude00\"", "\ufffdx\ufffd")]
    public void TryParse_HalfCharacters_AreReplaced(string json, string expected)
    {
        JsonValues.TryParse(json, out var value, out _).ShouldBeTrue();

        value.GetString().ShouldBe(expected);
    }

    [Fact]
    public void TryParse_HalfCharacterInAName_IsReplaced()
    {
        JsonValues.TryParse("{\"\\udfff\": 1}", out var value, out _).ShouldBeTrue();

        value.TryGetProperty("\ufffd", out _).ShouldBeTrue();
    }

    [Fact]
    public void TryParse_RawHalfCharacter_IsReplaced()
    {
        JsonValues.TryParse("\"a\ud800\"", out var value, out _).ShouldBeTrue();

        value.GetString().ShouldBe("a\ufffd");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("1 2")]
    [InlineData("\"\\")]
    [InlineData("\"\\u")]
    [InlineData("\"\\ud8")]
    [InlineData("\"\\ud800")]
    [InlineData("\\ud800\\")]
    [InlineData("'a'")]
    public void TryParse_NoJson_SaysWhere(string json)
    {
        JsonValues.TryParse(json, out var value, out var problem).ShouldBeFalse();

        problem.ShouldStartWith("it breaks at line 1, byte ");
        JsonValues.IsNull(value).ShouldBeTrue();
    }

    [Fact]
    public void TryParse_Abyss_IsNoJson() => JsonValues.TryParse(new string('[', 100_000), out _, out _).ShouldBeFalse();

    [Fact]
    public void AreEqual_TextBesideANumberTooLargeToCompare_ComparesPartByPart()
    {
        var one = JsonElement.Parse("[1e99999999999, \"\\u00e9\"]");

        JsonValues.AreEqual(one, JsonElement.Parse("[1e99999999999, \"é\"]")).ShouldBeTrue();
        JsonValues.AreEqual(one, JsonElement.Parse("[1e99999999999, \"e\"]")).ShouldBeFalse();
    }

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndWhatItReadsCanBeReadAndWritten() =>
        Gen.OneOf("\"", "\\", "\\u", "\\ud83d", "\\ude00", "d800", "{", "}", "[", "]", ":", ",", "1", "1e99999999999", "null", "a").Array[0, 10].Select(string.Concat)
            .Holds(
                3_000,
                text =>
                {
                    foreach (var json in new[] { text, $"\"{text}\"", $"[{text}]", $"{{\"{text}\":1}}" })
                    {
                        if (JsonValues.TryParse(json, out var value, out _))
                        {
                            var copy = JsonValues.Array([value, JsonValues.From(JsonValues.ToText(value))]);
                            JsonValues.AreEqual(copy[0], value).ShouldBeTrue();
                        }
                    }
                });

    [Fact]
    public void Array_OfAValueSixtyFourDeep_CanBeWrapped()
    {
        JsonValues.TryParse(new string('[', 64) + new string(']', 64), out var value, out _).ShouldBeTrue();

        JsonValues.Object([KeyValuePair.Create("a", JsonValues.Array([value]))]).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("[1.0]", "[1]", true)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", false)]
    [InlineData("[1e999999999999]", "[1e999999999999]", true)]
    [InlineData("[1e999999999999]", "[2e999999999999]", false)]
    public void AreEqual_Values_AreComparedDeeply(string left, string right, bool expected) =>
        JsonValues.AreEqual(JsonElement.Parse(left), JsonElement.Parse(right)).ShouldBe(expected);

    [Theory]
    [InlineData("\"a<b>&'é😀\"", "a<b>&'é😀")]
    [InlineData("null", "")]
    [InlineData("1.50", "1.50")]
    [InlineData("[1, \"x\"]", "[1, \"x\"]")]
    public void ToText_Value_IsAsAPromptShowsIt(string json, string expected) => JsonValues.ToText(JsonElement.Parse(json)).ShouldBe(expected);

    [Fact]
    public void From_HalfCharacter_IsReplaced() => JsonValues.From("a\ud800").GetString().ShouldBe("a\ufffd");

    [Fact]
    public void From_Decimal_KeepsItsDigits() => JsonValues.From(1.10m).GetRawText().ShouldBe("1.10");

    [Fact]
    public void Undefined_CountsAsNull()
    {
        JsonValues.IsNull(default).ShouldBeTrue();
        JsonValues.ToText(default).ShouldBe("");
    }
}
