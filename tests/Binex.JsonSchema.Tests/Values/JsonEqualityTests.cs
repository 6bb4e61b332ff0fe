using System.Text.Json;
using Binex.JsonSchema.Values;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.JsonSchema.Tests.Values;

public sealed class JsonEqualityTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("0", "-0.0", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("true", "1", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"\\ud800\"", "\"\\ud800\"", true)]
    [InlineData("\"\\ud800\"", "\"\\udc00\"", false)]
    [InlineData("""{"a":1,"b":[2]}""", """{"b":[2.0],"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"\u0061":1}""", true)]
    [InlineData("""{"a":1,"b":1}""", """{"a":1,"c":1}""", false)]
    [InlineData("""{"a":1,"a":2}""", """{"a":1,"a":2}""", true)]
    [InlineData("""{"a":1,"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    public void Equals_TwoValues_IsTheEqualityOfJsonSchema(string left, string right, bool expected)
    {
        var x = JsonElement.Parse(left);
        var y = JsonElement.Parse(right);

        JsonEquality.Instance.Equals(x, y).ShouldBe(expected);
        JsonEquality.Instance.Equals(y, x).ShouldBe(expected);
        (JsonHash.Compute(x) == JsonHash.Compute(y)).ShouldBe(expected);
    }

    [Fact]
    public void Equals_AnyTwoValues_AgreesWithTheFrameworkAndWithTheHash() =>
        Gen.Select(Json.Value, Json.Value).Holds(
            100,
            (left, right) =>
            {
                var x = JsonElement.Parse(left);
                var y = JsonElement.Parse(right);
                var equal = JsonEquality.Instance.Equals(x, y);
                return equal == JsonElement.DeepEquals(x, y) && (!equal || JsonHash.Compute(x) == JsonHash.Compute(y));
            });

    [Fact]
    public void Equals_ObjectWithItsMembersTurnedRound_IsTrue() =>
        Gen.Int[0, 30].Holds(
            100,
            count =>
            {
                var members = Enumerable.Range(0, count).Select(i => $"\"k{i}\":{i}").ToList();
                var x = JsonElement.Parse($"{{{string.Join(',', members)}}}");
                var y = JsonElement.Parse($"{{{string.Join(',', Enumerable.Reverse(members))}}}");
                return JsonEquality.Instance.Equals(x, y) && JsonHash.Compute(x) == JsonHash.Compute(y);
            });
}
