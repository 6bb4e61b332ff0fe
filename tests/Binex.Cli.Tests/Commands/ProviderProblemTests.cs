using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Commands;

/// <summary>What a user sees who cannot reach a provider: one sentence, the right exit code, nothing paid.</summary>
public sealed class ProviderProblemTests
{
    [Theory]
    [InlineData("gpt-4o-mini", "OPENAI_API_KEY")]
    [InlineData("claude-sonnet-4-5", "ANTHROPIC_API_KEY")]
    [InlineData("azure/gpt-4o-mini", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("bedrock/anthropic.claude-haiku-4-5-20251001-v1:0", "AWS_REGION")]
    [InlineData("vertex_ai/claude-haiku-4-5", "VERTEXAI_LOCATION")]
    public async Task Run_NoKey_RunsNothingAndNamesTheVariable(string model, string variable)
    {
        using var binex = new BinexProcess();
        binex.Write("flow.yaml", Flow(model));

        (await binex.RunAsync("run", "flow.yaml")).ShouldFail(2, "node 'ask' cannot call its model, so nothing was run", variable, "--simulate");
        (await binex.RunAsync("runs", "list", "--format", "json")).Json.GetProperty("runs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Run_NoKeyForSeveralProviders_NamesThemAllAtOnce()
    {
        using var binex = new BinexProcess();
        binex.Write("flow.yaml", "name: many\nnodes:\n  a: { agent: llm://gpt-4o-mini, prompt: x }\n  b: { agent: llm://claude-sonnet-4-5, prompt: x }\n  c: { agent: llm://gpt-4o, prompt: x }\n");

        var refused = (await binex.RunAsync("run", "flow.yaml")).ShouldFail(2, "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "nor can 'b' (flow.yaml:4:3)");

        refused.Error.ShouldNotContain("'c'");
    }

    [Fact]
    public async Task Run_NoKeyForAFallback_RunsNothing()
    {
        using var binex = new BinexProcess();
        binex.Environment["OPENAI_API_KEY"] = "sk-some-key";
        binex.Write("flow.yaml", Flow("gpt-4o-mini").Replace("prompt:", "fallbacks: [claude-sonnet-4-5], prompt:", StringComparison.Ordinal));

        (await binex.RunAsync("run", "flow.yaml")).ShouldFail(2, "node 'ask' cannot call a fallback", "ANTHROPIC_API_KEY");
    }

    [Theory]
    [InlineData(401, "invalid_api_key", "127.0.0.1", "does not accept the key")]
    [InlineData(404, "model_not_found", "127.0.0.1", "does not know the model 'large'")]
    public async Task Run_ProviderRefuses_SaysWhyAndPaysNothing(int status, string code, params string[] says)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(status, code, "these are my own words") });
        using var binex = Gateway(server.Address);

        await ShouldFailAsync(binex, 1, [.. says, "these are my own words"]);
        server.Calls.ShouldHaveSingleItem("sending the same again cannot help");
    }

    [Fact]
    public async Task Run_NoNetwork_SaysThatNothingIsReached()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var nobody = Gateway($"http://127.0.0.1:{port}/v1");
        using var noName = Gateway("https://models.invalid/v1");

        await ShouldFailAsync(nobody, 5, "could not be reached", "nothing takes the connection");
        await ShouldFailAsync(noName, 5, "models.invalid could not be reached", "nobody knows this name");
    }

    [Theory]
    [InlineData("http://proxy.invalid:80", "nobody knows the proxy's name")]
    [InlineData("http://127.0.0.1:1", "the proxy does not take the connection")]
    public async Task Run_ProxyThatIsNotThere_IsWhatIsWrong(string proxy, string says)
    {
        using var binex = Gateway("https://models.invalid/v1");
        binex.Environment["HTTPS_PROXY"] = proxy;

        await ShouldFailAsync(binex, 5, says, "check HTTPS_PROXY and NO_PROXY");
    }

    [Fact]
    public async Task Run_ProxyWithAPasswordRefuses_KeepsThePasswordNowhere()
    {
        using var proxy = new FakeProxy("501 Not Implemented");
        using var binex = Gateway("https://models.invalid/v1");
        binex.Environment["HTTPS_PROXY"] = proxy.Address.Replace("http://", "http://anna:s3cret-of-anna@", StringComparison.Ordinal);

        var result = (await binex.RunAsync("run", "flow.yaml")).ShouldExit(5);

        (result.Out + result.Error).ShouldNotContain("s3cret-of-anna");
        foreach (var file in Directory.EnumerateFiles(binex.PathOf(".binex"), "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain("s3cret-of-anna", Case.Sensitive, file);
        }
    }

    [Theory]
    [InlineData("403 Forbidden")]
    [InlineData("407 Proxy Authentication Required")]
    public async Task Run_ProxyThatRefuses_IsNamed(string status)
    {
        using var proxy = new FakeProxy(status);
        using var binex = Gateway("https://models.invalid/v1");
        binex.Environment["HTTPS_PROXY"] = proxy.Address;

        await ShouldFailAsync(binex, 5, "models.invalid could not be reached by the proxy 127.0.0.1", "HTTPS_PROXY");
    }

    [Fact]
    public async Task Run_SelfSignedCertificate_IsRefusedUnlessItsAuthorityIsNamed()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Certificate = certificate });
        using var binex = Gateway(server.Address);

        await ShouldFailAsync(binex, 5, "its certificate is not trusted here", "SSL_CERT_FILE");
        server.Calls.ShouldBeEmpty();

        binex.Environment["SSL_CERT_FILE"] = binex.PathOf(binex.Write("ca.pem", certificate.ExportCertificatePem()));
        (await binex.RunAsync("run", "flow.yaml", "--format", "json")).ShouldExit(0);
        server.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_RateLimitsOfTheProject_AreInForce()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var binex = Gateway(server.Address, "rate_limits: { house: { requests: 1/s } }");
        binex.Write("two.yaml", $$"""
            name: two
            nodes:
              a: { agent: llm://house/large, prompt: one, config: { max_tokens: 10 } }
              b: { agent: llm://house/large, prompt: two, config: { max_tokens: 10 } }
            """);

        var report = (await binex.RunAsync("run", "two.yaml", "--format", "json")).ShouldExit(0);

        server.Calls.Count.ShouldBe(2);
        var shown = (await binex.RunAsync("runs", "show", "latest", "--format", "json")).ShouldExit(0).Json;
        shown.GetProperty("run").GetProperty("durationMs").GetInt64().ShouldBeGreaterThanOrEqualTo(1_000, report.ToString());
    }

    private static BinexProcess Gateway(string address, string more = "")
    {
        var binex = new BinexProcess();
        binex.Environment["HOUSE_KEY"] = "sk-of-the-house";
        binex.Write("binex.yaml", $$"""
            providers: { house: { base_url: "{{address}}", api_key: "${env.HOUSE_KEY}" } }
            prices: { house/large: { input: 1, output: 1 } }
            {{more}}
            """);
        binex.Write("flow.yaml", Flow("house/large"));
        return binex;
    }

    private static string Flow(string model) => $$"""
        name: flow
        nodes:
          ask: { agent: "llm://{{model}}", prompt: hello, config: { max_tokens: 100 }, retry_policy: { max_attempts: 1 } }
        """;

    private static async Task ShouldFailAsync(BinexProcess binex, int exitCode, params string[] says)
    {
        var result = (await binex.RunAsync("run", "flow.yaml")).ShouldExit(exitCode);
        var shown = (await binex.RunAsync("runs", "show", "latest", "--format", "json")).ShouldExit(0).Json;

        shown.GetProperty("totals").GetProperty("cost").GetString().ShouldBe("0", result.ToString());
        foreach (var text in says)
        {
            (result.Out + result.Error + shown.GetRawText()).ShouldContain(text, Case.Sensitive, result.ToString());
        }

        result.Error.ShouldNotContain("sk-of-the-house");
        shown.GetRawText().ShouldNotContain("sk-of-the-house");
    }
}
