using System.Text;
using System.Text.Json;
using Binex.JsonSchema.Values;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.JsonSchema.Tests.Values;

public sealed class JsonTextTests
{
    [Fact]
    public void Read_AnyString_IsWhatTheFrameworkReads() =>
        Gen.String[Gen.OneOf(Gen.Char["abc\"\\/\n\té漢"], Gen.Char['\u0001', '\ud7ff']), 0, 600].Holds(
            500,
            text =>
            {
                var escaped = JsonElement.Parse(JsonSerializer.Serialize(text));
                var plain = JsonElement.Parse(Encoding.UTF8.GetBytes($"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Where(c => c >= ' ').Aggregate(new StringBuilder(), (all, c) => all.Append(c))}\""));
                return JsonText.Read(escaped) == text && JsonText.Read(plain) == plain.GetString();
            });

    [Theory]
    [InlineData("\"\"", 0)]
    [InlineData("\"aé漢\"", 3)]
    [InlineData("\"🐲\"", 1)]
    [InlineData("\"\\ud83d\\udc32\"", 1)]
    [InlineData("\"\\ud83d\"", 1)]
    [InlineData("\"\\n\\u0041🐲\"", 3)]
    public void CountCodePoints_String_CountsPairsOnce(string json, int expected) =>
        JsonText.CountCodePoints(JsonElement.Parse(json)).ShouldBe(expected);
}
