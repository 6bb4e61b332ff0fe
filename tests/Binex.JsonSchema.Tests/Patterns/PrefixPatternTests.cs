using System.Text.Json;

namespace Binex.JsonSchema.Tests.Patterns;

/// <summary>Patterns that only ask for a beginning go another way than the others, and must mean the same.</summary>
public sealed class PrefixPatternTests
{
    [Theory]
    [InlineData("^x-", "x-anchor", true)]
    [InlineData("^x-", "x-", true)]
    [InlineData("^x-", "x", false)]
    [InlineData("^x-", "X-anchor", false)]
    [InlineData("^x-", "\nx-", false)]
    [InlineData("^x-", "", false)]
    [InlineData("^", "", true)]
    [InlineData("^/", "/items", true)]
    [InlineData("^a.c", "abc", true)]
    [InlineData("^a b", "a bc", true)]
    [InlineData("^ä", "äh", true)]
    public void Validate_PatternOfABeginning_Holds(string pattern, string text, bool expected)
    {
        var schema = SchemaCompiler.Compile(JsonSerializer.SerializeToElement(new { pattern })).Schema!;

        schema.IsValid(JsonSerializer.SerializeToElement(text)).ShouldBe(expected);
    }
}
