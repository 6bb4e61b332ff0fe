using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;

namespace Binex.Models.Tests.Providers;

public sealed class DestinationResolverTests
{
    private static readonly PriceBook Prices = new();

    [Theory]
    [InlineData("gpt-4o", "https://api.openai.com/v1/", "gpt-4o")]
    [InlineData("openai/gpt-4o", "https://api.openai.com/v1/", "gpt-4o")]
    [InlineData("gpt-99-future", "https://api.openai.com/v1/", "gpt-99-future")]
    [InlineData("claude-sonnet-4-5", "https://api.anthropic.com/", "claude-sonnet-4-5")]
    [InlineData("anthropic/claude-sonnet-4-5", "https://api.anthropic.com/", "claude-sonnet-4-5")]
    [InlineData("gemini/gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta/openai/", "gemini-2.5-flash")]
    [InlineData("google/gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta/openai/", "gemini-2.5-flash")]
    [InlineData("openrouter/google/gemma-3-27b-it:free", "https://openrouter.ai/api/v1/", "google/gemma-3-27b-it:free")]
    [InlineData("together/meta-llama/Llama-3.3-70B-Instruct-Turbo", "https://api.together.xyz/v1/", "meta-llama/Llama-3.3-70B-Instruct-Turbo")]
    [InlineData("mistral-large-2411", "https://api.mistral.ai/v1/", "mistral-large-2411")]
    [InlineData("grok-4", "https://api.x.ai/v1/", "grok-4")]
    [InlineData("ollama/llama3", "http://localhost:11434/", "llama3")]
    [InlineData("azure/gpt-4o", "https://key/openai/v1/", "gpt-4o")]
    [InlineData("bedrock/openai.gpt-oss-120b-1:0", "https://bedrock-runtime.key.amazonaws.com/openai/v1/", "openai.gpt-oss-120b-1:0")]
    [InlineData("vertex_ai/gemini-2.5-flash", "https://key-aiplatform.googleapis.com/v1/projects/key/locations/key/endpoints/openapi/", "google/gemini-2.5-flash")]
    [InlineData("vertex_ai/meta/llama-4", "https://key-aiplatform.googleapis.com/v1/projects/key/locations/key/endpoints/openapi/", "meta/llama-4")]
    public void Resolve_NameOfAModel_GoesToItsProvider(string model, string address, string name)
    {
        var (destination, failure) = Resolver().Resolve(Request(model));

        failure.ShouldBeNull();
        destination.ShouldNotBeNull().Address.ShouldBe(new Uri(address));
        destination.Model.ShouldBe(name);
    }

    [Theory]
    [InlineData("openai/my-model", "http://localhost:8000/v1", "http://localhost:8000/v1/", "my-model")]
    [InlineData("my-model", "http://localhost:8000/v1/", "http://localhost:8000/v1/", "my-model")]
    [InlineData("google-deepmind/gemma", "http://localhost:8000/v1/chat/completions", "http://localhost:8000/v1/", "google-deepmind/gemma")]
    [InlineData("ollama/llama3", "http://gpu:11434", "http://gpu:11434/", "llama3")]
    [InlineData("ollama/llama3", "http://gpu:11434/v1", "http://gpu:11434/", "llama3")]
    [InlineData("azure/mine", "https://res.openai.azure.com", "https://res.openai.azure.com/openai/v1/", "mine")]
    [InlineData("azure/mine", "https://res.openai.azure.com/openai/v1/", "https://res.openai.azure.com/openai/v1/", "mine")]
    [InlineData("anthropic/claude-x", "http://localhost:8000/v1/messages", "http://localhost:8000/", "claude-x")]
    [InlineData("openai/openai/gpt-oss-20b", "http://localhost:8000/v1", "http://localhost:8000/v1/", "openai/gpt-oss-20b")]
    public void Resolve_ApiBase_GoesThere(string model, string apiBase, string address, string name)
    {
        var (destination, failure) = Resolver().Resolve(Request(model) with { ApiBase = apiBase });

        failure.ShouldBeNull();
        destination.ShouldNotBeNull().Address.ShouldBe(new Uri(address));
        destination.Model.ShouldBe(name);
    }

    [Theory]
    [InlineData("gpt-4o", "OPENAI_API_KEY")]
    [InlineData("gemini/gemini-2.5-flash", "GEMINI_API_KEY")]
    [InlineData("groq/llama-3.1-8b-instant", "GROQ_API_KEY")]
    [InlineData("mistral/mistral-small", "MISTRAL_API_KEY")]
    [InlineData("deepseek/deepseek-chat", "DEEPSEEK_API_KEY")]
    [InlineData("together_ai/x", "TOGETHER_API_KEY")]
    [InlineData("openrouter/x", "OPENROUTER_API_KEY")]
    [InlineData("xai/grok-4", "XAI_API_KEY")]
    public void Resolve_NoKey_NamesTheVariableToSet(string model, string variable)
    {
        foreach (var nothing in new[] { null, "", "  " })
        {
            var failure = Resolver(_ => nothing).Resolve(Request(model)).Failure.ShouldNotBeNull();

            failure.Failure.Kind.ShouldBe(FailureKind.Authentication);
            failure.Failure.Message.ShouldContain(variable);
            failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
        }
    }

    [Fact]
    public void Resolve_Key_IsTheRequestsElseTheEnvironments()
    {
        Resolver(name => $"{name}-value\n").Resolve(Request("groq/x")).Destination.ShouldNotBeNull().Key.ShouldBe("GROQ_API_KEY-value");
        Resolver(name => $"{name}-value").Resolve(Request("groq/x") with { ApiKey = "own" }).Destination.ShouldNotBeNull().Key.ShouldBe("own");
        Resolver(name => $"{name}-value").Resolve(Request("x") with { ApiBase = "http://h/v1" }).Destination.ShouldNotBeNull().Key.ShouldBe("OPENAI_API_KEY-value");
        Resolver(_ => null).Resolve(Request("x") with { ApiBase = "http://h/v1" }).Destination.ShouldNotBeNull().Key.ShouldBeNull();
        Resolver(_ => null).Resolve(Request("ollama/x")).Destination.ShouldNotBeNull().Key.ShouldBeNull();
    }

    [Theory]
    [InlineData("opnai/gpt-4o", "'opnai' in 'opnai/gpt-4o' is no known provider; did you mean 'openai'?")]
    [InlineData("zzzzzzz/x", "known are openai, anthropic, gemini, groq, mistral, deepseek, together_ai, openrouter, xai")]
    [InlineData("gemini-2.5-pro", "did you mean 'gemini/gemini-2.5-pro'?")]
    [InlineData("nobody-knows-it", "write it as provider/nobody-knows-it")]
    public void Resolve_UnknownProvider_SaysWhatIsKnown(string model, string expected)
    {
        var failure = Resolver().Resolve(Request(model)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.BadRequest);
        failure.Failure.Message.ShouldContain(expected);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Theory]
    [InlineData("localhost:8000")]
    [InlineData("ftp://x/v1")]
    [InlineData("/v1")]
    [InlineData("http://")]
    public void Resolve_ApiBaseThatIsNone_IsRefused(string apiBase) =>
        Resolver().Resolve(Request("x") with { ApiBase = apiBase }).Failure.ShouldNotBeNull().Failure.Message.ShouldContain("api_base");

    [Theory]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("ключ")]
    public void Resolve_KeyThatIsNone_IsRefusedWithoutSayingIt(string key)
    {
        foreach (var request in new[] { Request("gpt-4o"), Request("x") with { ApiBase = "http://h/v1" } })
        {
            var failure = Resolver().Resolve(request with { ApiKey = key }).Failure.ShouldNotBeNull();

            failure.Failure.Kind.ShouldBe(FailureKind.Authentication);
            failure.Failure.Message.ShouldNotContain(key);
        }
    }

    [Fact]
    public void ToString_Destination_HasNoKey() =>
        Resolver().Resolve(Request("gpt-4o") with { ApiKey = "sk-secret" }).Destination!.ToString().ShouldBe("gpt-4o at api.openai.com");

    private static ChatRequest Request(string model) => new(model, [], 10);

    [Fact]
    public void Resolve_OwnProvider_GoesToItsAddressWithItsKey()
    {
        var (destination, failure) = Resolver(Own("my-gateway", "${env.GATEWAY_URL}", "${env.GATEWAY_KEY}"), name => name switch
        {
            "GATEWAY_URL" => "https://gateway.example/v1",
            "GATEWAY_KEY" => "own-key",
            _ => "another-key",
        }).Resolve(Request("my-gateway/large/v2"));

        failure.ShouldBeNull();
        destination.ShouldNotBeNull().Address.ShouldBe(new Uri("https://gateway.example/v1/"));
        destination.Model.ShouldBe("large/v2");
        destination.Key.ShouldBe("own-key");
    }

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("openai/gpt-4o")]
    public void Resolve_OwnProviderNamedLikeAKnownOne_TakesItsPlaceAndGetsNoKeyOfIt(string model)
    {
        var (destination, _) = Resolver(Own("openai", "http://proxy.example/v1", null)).Resolve(Request(model));

        destination.ShouldNotBeNull().Address.ShouldBe(new Uri("http://proxy.example/v1/"));
        destination.Model.ShouldBe("gpt-4o");
        destination.Key.ShouldBeNull();
    }

    [Fact]
    public void Resolve_OwnProvider_TheNodesAddressAndKeyGoBefore()
    {
        var (destination, _) = Resolver(Own("my-gateway", "https://gateway.example/v1", "${env.GATEWAY_KEY}"))
            .Resolve(Request("my-gateway/large") with { ApiBase = "http://localhost:8000/v1", ApiKey = "of-the-node" });

        destination.ShouldNotBeNull().Address.ShouldBe(new Uri("http://localhost:8000/v1/"));
        destination.Model.ShouldBe("large");
        destination.Key.ShouldBe("of-the-node");
    }

    [Theory]
    [InlineData("${env.GATEWAY_URL}", null, "GATEWAY_URL is not set")]
    [InlineData("https://gateway.example/v1", "${env.GATEWAY_KEY}", "GATEWAY_KEY is not set")]
    [InlineData("${env.GATEWAY_URL:-gateway.example}", null, "must begin with http:// or https://")]
    public void Resolve_OwnProviderThatIsNotComplete_SaysWhatIsMissing(string baseUrl, string? apiKey, string says)
    {
        var (destination, failure) = Resolver(Own("my-gateway", baseUrl, apiKey), _ => "").Resolve(Request("my-gateway/large"));

        destination.ShouldBeNull();
        failure.ShouldNotBeNull().Failure.Message.ShouldContain(says);
        failure.Failure.Message.ShouldContain("my-gateway");
    }

    [Fact]
    public void Resolve_NearlyAnOwnProvider_NamesIt() =>
        Resolver(Own("my-gateway", "https://gateway.example/v1", null)).Resolve(Request("my-gatway/large")).Failure!.Failure.Message
            .ShouldContain("did you mean 'my-gateway'?");

    private static Dictionary<string, ProviderSettings> Own(string name, string baseUrl, string? apiKey) => new()
    {
        [name] = new ProviderSettings(name, TextTemplate.Parse(baseUrl), apiKey is null ? null : TextTemplate.Parse(apiKey)),
    };

    private static DestinationResolver Resolver(Func<string, string?>? environment = null) => Resolver([], environment);

    private static DestinationResolver Resolver(Dictionary<string, ProviderSettings> own, Func<string, string?>? environment = null)
    {
        environment ??= name => name is "AZURE_OPENAI_ENDPOINT" ? "https://key/" : "key";
        return new DestinationResolver(Prices, environment, new OwnProviders(own, environment));
    }
}
