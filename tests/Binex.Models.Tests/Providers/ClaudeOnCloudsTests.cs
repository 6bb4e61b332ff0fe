using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers;

/// <summary>Claude on Bedrock and on Vertex AI: where it is asked, by which key, and what goes over the wire.</summary>
public sealed class ClaudeOnCloudsTests
{
    private const string OnBedrock = "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string OnVertex = "vertex_ai/claude-sonnet-4-5@20250929";
    private const string Secret = "the-secret-access-key";
    private const string Session = "the-session-token";
    private static readonly PriceBook Prices = new();

    private static readonly Dictionary<string, string> Aws = new()
    {
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = Secret,
        ["AWS_SESSION_TOKEN"] = Session,
    };

    [Theory]
    [InlineData(OnBedrock, "us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("bedrock/anthropic.claude-haiku-4-5-20251001-v1:0", "anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData(OnVertex, "vertex_ai/claude-sonnet-4-5@20250929")]
    [InlineData("vertex_ai/claude-opus-4-6", "vertex_ai/claude-opus-4-6")]
    [InlineData("vertex/claude-haiku-4-5", "vertex_ai/claude-haiku-4-5")]
    public void Find_Claude_HasAPriceAndALimit(string model, string entry)
    {
        var price = Prices.Find(model).ShouldNotBeNull();

        price.Model.ShouldBe(entry);
        price.Rates.Output.ShouldBeGreaterThan(0);
        price.MaxInputTokens.ShouldNotBeNull();
    }

    [Fact]
    public async Task Bedrock_Key_IsSentAndTheModelIsInThePath()
    {
        await using var server = await FakeProviderServer.StartAsync();

        await AnswerAsync(OnBedrock, Root(server), new() { ["AWS_BEARER_TOKEN_BEDROCK"] = "key-of-bedrock" });

        var call = server.Calls.ShouldHaveSingleItem();
        call.Path.ShouldBe("/model/us.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke");
        call.Authorization.ShouldBe("Bearer key-of-bedrock");
        ShouldBeOfTheCloud(call);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bedrock_KeysOfAws_SignWhatIsReallySent(bool isStreamed)
    {
        await using var server = await FakeProviderServer.StartAsync();

        await AnswerAsync(OnBedrock, Root(server), Aws, request => request with { Temperature = 0.5, ReasoningEffort = "low", OnText = isStreamed ? _ => { } : null });

        var call = server.Calls.ShouldHaveSingleItem();
        call.IsStreamed.ShouldBe(isStreamed);
        call.Body.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        call.Headers["x-amz-security-token"].ShouldBe(Session);
        call.Headers["x-amz-content-sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Body.GetRawText()))));
        call.Authorization.ShouldNotBeNull().ShouldStartWith("AWS4-HMAC-SHA256 ");
        call.Authorization.ShouldContain("x-amz-security-token");
        call.Authorization.ShouldEndWith($"Signature={SignatureOf(call)}");
    }

    [Fact]
    public async Task Bedrock_TheCloudGivesUpInTheMiddle_SaysWhyAndIsChargedInFull()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply { Pieces = ["exception: throttlingException\ndata: {\"message\":\"Too many tokens, wait\"}\n\n"] },
        });

        var failure = (await SendAsync(OnBedrock, Root(server), Aws, request => request with { OnText = _ => { } })).Failure.ShouldNotBeNull();

        failure.Failure.Detail.ShouldNotBeNull().ShouldContain("Too many tokens, wait");
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
    }

    [Fact]
    public async Task Bedrock_LongEvent_IsReadWhole()
    {
        var text = string.Concat(Enumerable.Repeat("Grüße 🌍 ", 20_000));
        var piece = $"data: {JsonSerializer.Serialize(new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text } })}\n\n";
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply { Pieces = [piece, "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\n\n", "data: {\"type\":\"message_stop\"}\n\n"] },
        });

        (await AnswerAsync(OnBedrock, Root(server), Aws, request => request with { OnText = _ => { } })).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Bedrock_SecretsThatAProviderRepeats_AreNotKept()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(403, null, $"the token {Session} has expired") });

        var failure = (await SendAsync(OnBedrock, Root(server), Aws)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Authentication);
        failure.Failure.Detail.ShouldNotBeNull().ShouldContain("the token *** has expired");
        Resolver(Aws).Resolve(Request(OnBedrock)).Destination.ShouldNotBeNull().Aws.ShouldNotBeNull().ToString().ShouldBe("keys of AWS for eu-west-1");
    }

    [Theory]
    [InlineData("Input is too long for requested model.", 400, FailureKind.ContextTooLong, ChargeKnowledge.Nothing)]
    [InlineData("The model could not answer.", 424, FailureKind.Server, ChargeKnowledge.Unknown)]
    public async Task Bedrock_ErrorsOfItsOwn_AreUnderstood(string message, int status, FailureKind kind, ChargeKnowledge charge)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(status, null, message) });

        var failure = (await SendAsync(OnBedrock, Root(server), Aws)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(kind);
        failure.Charge.ShouldBe(charge);
    }

    [Theory]
    [InlineData(OnBedrock, "AWS_REGION")]
    [InlineData(OnBedrock, "AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", "AWS_REGION")]
    [InlineData(OnBedrock, "AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_ACCESS_KEY_ID")]
    [InlineData(OnVertex, "VERTEXAI_LOCATION")]
    [InlineData(OnVertex, "VERTEXAI_PROJECT", "VERTEXAI_LOCATION")]
    public void Resolve_SomethingIsMissing_NamesTheVariable(string model, string says, params string[] set)
    {
        var failure = Resolver(set.ToDictionary(name => name, _ => "value")).Resolve(Request(model)).Failure.ShouldNotBeNull();

        failure.Failure.Message.ShouldContain(says);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Fact]
    public void Resolve_KeysOfAwsThatAreNone_AreRefusedWithoutSayingThem()
    {
        var failure = Resolver(new(Aws) { ["AWS_SECRET_ACCESS_KEY"] = "half a key" }).Resolve(Request(OnBedrock)).Failure.ShouldNotBeNull();

        failure.Failure.Message.ShouldContain("AWS_SECRET_ACCESS_KEY");
        failure.Failure.Message.ShouldNotContain("half a key");
    }

    [Fact]
    public void Resolve_KeysOfAwsWithoutARegion_AreNotLeftOut()
    {
        var environment = Aws.Where(variable => variable.Key != "AWS_REGION").ToDictionary();

        var failure = Resolver(environment).Resolve(Request(OnBedrock) with { ApiBase = "https://vpce-1.example" }).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Authentication);
        failure.Failure.Message.ShouldContain("AWS_REGION");
    }

    [Theory]
    [InlineData("europe-west1", "europe-west1-aiplatform.googleapis.com")]
    [InlineData("global", "aiplatform.googleapis.com")]
    [InlineData("us", "aiplatform.us.rep.googleapis.com")]
    [InlineData("eu", "aiplatform.eu.rep.googleapis.com")]
    public void Resolve_LocationOfVertex_GivesItsHost(string location, string host)
    {
        var resolver = Resolver(new() { ["VERTEXAI_LOCATION"] = location, ["VERTEXAI_PROJECT"] = "p", ["CLOUDSDK_AUTH_ACCESS_TOKEN"] = "t" });

        var destination = resolver.Resolve(Request(OnVertex)).Destination.ShouldNotBeNull();
        destination.Address.ShouldBe(new Uri($"https://{host}/v1/projects/p/locations/{location}/"));
        destination.MaySignIn.ShouldBeFalse("there is a token");
        resolver.Resolve(Request("vertex_ai/gemini-2.5-flash")).Destination.ShouldNotBeNull().Host.ShouldBe(host);
    }

    [Theory]
    [InlineData(OnVertex, "http://localhost:8000/v1", "ends with /v1/projects/PROJECT/locations/LOCATION")]
    [InlineData(OnVertex, "http://localhost:8000/v1/projects//locations/eu", "ends with /v1/projects/PROJECT/locations/LOCATION")]
    [InlineData(OnBedrock, "http://localhost:8000/bedrock", "has no path")]
    public void Resolve_AddressThatACloudDoesNotHave_IsRefused(string model, string address, string says) =>
        Resolver(Aws).Resolve(Request(model) with { ApiBase = address }).Failure.ShouldNotBeNull().Failure.Message.ShouldContain(says);

    [Theory]
    [InlineData("bedrock", OnBedrock, "http://gateway.example")]
    [InlineData("vertex_ai", OnVertex, "http://gateway.example/v1/projects/p/locations/l")]
    public void Resolve_EndpointOfOnesOwn_GetsNeitherSignatureNorToken(string name, string model, string address)
    {
        var settings = new Core.Configuration.ProviderSettings(name, Core.Expressions.TextTemplate.Parse(address), null);
        var own = new OwnProviders(new Dictionary<string, Core.Configuration.ProviderSettings> { [name] = settings }, Aws.GetValueOrDefault);

        var destination = new DestinationResolver(Prices, Aws.GetValueOrDefault, own).Resolve(Request(model)).Destination.ShouldNotBeNull();

        destination.Host.ShouldBe("gateway.example");
        destination.Aws.ShouldBeNull();
        destination.MaySignIn.ShouldBeFalse();
        destination.Secret.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vertex_Token_IsSentAndTheModelIsInThePath(bool isStreamed)
    {
        await using var server = await FakeProviderServer.StartAsync();

        await AnswerAsync(OnVertex, Place(server), new() { ["GOOGLE_OAUTH_ACCESS_TOKEN"] = "token-of-google" }, request => request with { OnText = isStreamed ? _ => { } : null });

        var call = server.Calls.ShouldHaveSingleItem();
        call.Path.ShouldBe($"/v1/projects/my-project/locations/europe-west1/publishers/anthropic/models/claude-sonnet-4-5@20250929:{(isStreamed ? "streamRawPredict" : "rawPredict")}");
        call.Authorization.ShouldBe("Bearer token-of-google");
        ShouldBeOfTheCloud(call);
    }

    // The version of the protocol is the SDK's to choose; only where it stands differs.
    private static void ShouldBeOfTheCloud(FakeCall call)
    {
        call.Body.GetProperty("anthropic_version").GetString().ShouldNotBeNullOrEmpty();
        call.Body.TryGetProperty("model", out _).ShouldBeFalse();
        call.Headers.Keys.ShouldNotContain("anthropic-version");
        call.Headers.Keys.ShouldNotContain("x-api-key");
        call.Headers.Keys.ShouldNotContain("accept-encoding");
    }

    private static string Root(FakeProviderServer server) => server.Address[..^"/v1".Length];

    private static string Place(FakeProviderServer server) => $"{server.Address}/projects/my-project/locations/europe-west1";

    private static ChatRequest Request(string model) => new(model, [new ChatMessage(ChatRole.System, "Be brief."), new ChatMessage(ChatRole.User, "hello")], 4_000);

    private static DestinationResolver Resolver(Dictionary<string, string> environment) => new(Prices, environment.GetValueOrDefault, new OwnProviders(
        new Dictionary<string, Core.Configuration.ProviderSettings>(), environment.GetValueOrDefault));

    private static async Task<ChatAnswer> AnswerAsync(
        string model, string apiBase, Dictionary<string, string> environment, Func<ChatRequest, ChatRequest>? change = null)
    {
        var result = await SendAsync(model, apiBase, environment, change);
        return result.Answer.ShouldNotBeNull(result.Failure?.Failure.Message);
    }

    private static async Task<ChatResult> SendAsync(
        string model, string apiBase, Dictionary<string, string> environment, Func<ChatRequest, ChatRequest>? change = null)
    {
        using var provider = new ProviderChatModel(Prices, environment.GetValueOrDefault, TimeProvider.System);
        var request = Request(model) with { ApiBase = apiBase };
        return await provider.CompleteAsync(change?.Invoke(request) ?? request, default);
    }

    // Signature Version 4 as AWS makes it again from what it receives. The host that is signed has no port, which AWS has none of either.
    private static string SignatureOf(FakeCall call)
    {
        var parts = call.Authorization!.Split(' ', ',', '=');
        var (scope, names) = (parts[Array.IndexOf(parts, "Credential") + 1].Split('/', 2)[1], parts[Array.IndexOf(parts, "SignedHeaders") + 1]);
        var headers = string.Concat(names.Split(';').Select(name => $"{name}:{(name == "host" ? call.Headers[name].Split(':')[0] : call.Headers[name])}\n"));
        var path = call.Path.Replace(":", "%3A", StringComparison.Ordinal);
        var canonical = $"POST\n{path}\n\n{headers}\n{names}\n{call.Headers["x-amz-content-sha256"]}";
        var toSign = $"AWS4-HMAC-SHA256\n{call.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{Secret}"), (one, part) => HMACSHA256.HashData(one, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
