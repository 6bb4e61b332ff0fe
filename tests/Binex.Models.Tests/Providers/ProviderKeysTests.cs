using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Models.Prices;
using Binex.Models.Providers;

namespace Binex.Models.Tests.Providers;

/// <summary>The variable of a model's key is that of whoever would be asked.</summary>
public sealed class ProviderKeysTests
{
    private static readonly PriceBook Prices = new();

    private static readonly Dictionary<string, ProviderSettings> Own = new()
    {
        ["house"] = new("house", TextTemplate.Parse("https://models.example.com/v1"), TextTemplate.Parse("${env.HOUSE_KEY}")),
        ["groq"] = new("groq", TextTemplate.Parse("https://groq.example.com/v1"), null),
    };

    [Theory]
    [InlineData("gpt-4o", "OPENAI_API_KEY")]
    [InlineData("ft:gpt-4o:acme::1", "OPENAI_API_KEY")]
    [InlineData("anthropic/claude-sonnet-4-5", "ANTHROPIC_API_KEY")]
    [InlineData("claude-sonnet-4-5", "ANTHROPIC_API_KEY")]
    [InlineData("google/gemini-2.5-flash", "GEMINI_API_KEY")]
    [InlineData("openrouter/google/gemini-2.5-flash", "OPENROUTER_API_KEY")]
    [InlineData("ollama/llama3.2", null)]
    [InlineData("house/large", "HOUSE_KEY")]
    [InlineData("groq/llama-3.3-70b-versatile", null)]
    [InlineData("acme/large", null)]
    [InlineData("nobody-knows", null)]
    public void VariableOf_Model_IsThatOfItsProvider(string model, string? variable) => ProviderKeys.VariableOf(model, Prices, Own, _ => null).ShouldBe(variable);

    [Fact]
    public void VariableOf_SeveralThatWillDo_IsTheOneThatIsSet()
    {
        ProviderKeys.VariableOf("gemini/x", Prices, Own, name => name == "GOOGLE_API_KEY" ? "key" : null).ShouldBe("GOOGLE_API_KEY");
        ProviderKeys.VariableOf("bedrock/anthropic.claude-sonnet-4-6", Prices, Own, _ => null).ShouldBe("AWS_BEARER_TOKEN_BEDROCK");
        ProviderKeys.VariableOf("bedrock/anthropic.claude-sonnet-4-6", Prices, Own, name => name == "AWS_ACCESS_KEY_ID" ? "id" : null).ShouldBe("AWS_SECRET_ACCESS_KEY");
        ProviderKeys.VariableOf("bedrock/anthropic.claude-sonnet-4-6", Prices, Own, name => name == "AWS_ACCESS_KEY_ID" ? "id" : " ").ShouldBe("AWS_SECRET_ACCESS_KEY");
        ProviderKeys.VariableOf("bedrock/openai.gpt-oss-120b-1:0", Prices, Own, name => name == "AWS_ACCESS_KEY_ID" ? "id" : null).ShouldBe("AWS_BEARER_TOKEN_BEDROCK");
        ProviderKeys.VariableOf("vertex_ai/claude-sonnet-4-5", Prices, Own, _ => null).ShouldBeNull("whoever is signed in at Google will do");
        ProviderKeys.VariableOf("azure/x", Prices, Own, _ => null).ShouldBeNull("a token of Microsoft Entra will do");
    }
}
