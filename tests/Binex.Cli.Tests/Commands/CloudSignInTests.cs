using System.Security.Cryptography;
using System.Text.Json;
using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Commands;

/// <summary>Claude on Bedrock, signed with keys of AWS, and on Vertex AI, as whoever is signed in at Google. What is secret stays in memory.</summary>
public sealed class CloudSignInTests
{
    private const string OnBedrock = "bedrock/anthropic.claude-haiku-4-5-20251001-v1:0";
    private const string OnVertex = "vertex_ai/claude-haiku-4-5";

    [Fact]
    public async Task Run_KeysOfAws_SignAndAreWrittenNowhere()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var binex = Cloud(OnBedrock, server.Address[..^"/v1".Length]);
        binex.Environment["AWS_REGION"] = "eu-west-1";
        binex.Environment["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE";
        binex.Environment["AWS_SECRET_ACCESS_KEY"] = "the-secret-access-key";
        binex.Environment["AWS_SESSION_TOKEN"] = "the-session-token";

        (await binex.RunAsync("run", "flow.yaml", "--record", "tape")).ShouldExit(0);

        server.Calls.ShouldHaveSingleItem().Headers["x-amz-security-token"].ShouldBe("the-session-token");
        await ShouldNotKeepAsync(binex, "the-secret-access-key", "the-session-token", "AWS4-HMAC-SHA256");
    }

    [Fact]
    public async Task Run_ServiceAccountOfGoogle_IsSignedInAndItsTokenIsWrittenNowhere()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var account = new TemporaryAccount(server.Address[..^"/v1".Length] + FakeProviderServer.SignInPath);
        using var binex = Cloud(OnVertex, $"{server.Address}/projects/my-project/locations/europe-west1");
        binex.Environment["GOOGLE_APPLICATION_CREDENTIALS"] = account.File;

        (await binex.RunAsync("run", "flow.yaml", "--record", "tape")).ShouldExit(0);

        server.SignIns.ShouldBe(1);
        server.Calls.ShouldHaveSingleItem().Authorization.ShouldBe($"Bearer {FakeProviderServer.SignInToken}");
        await ShouldNotKeepAsync(binex, FakeProviderServer.SignInToken);
    }

    [Fact]
    public async Task Run_NobodyIsSignedInAtGoogle_SaysWhatToDoAndPaysNothing()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var binex = Cloud(OnVertex, $"{server.Address}/projects/my-project/locations/europe-west1");
        binex.Environment["GOOGLE_APPLICATION_CREDENTIALS"] = binex.PathOf("no-such-file.json");

        var run = (await binex.RunAsync("run", "flow.yaml", "--format", "json")).ShouldExit(1);

        run.Out.ShouldContain("nobody is signed in at Google");
        run.Out.ShouldContain("gcloud auth application-default login");
        server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_ModelsOfTheClouds_LoadsNoSdk()
    {
        using var binex = Cloud(OnBedrock, null);
        var built = Path.GetDirectoryName(binex.Program)!;
        foreach (var file in Directory.GetFiles(built))
        {
            File.Copy(file, binex.PathOf(Path.GetFileName(file)));
        }

        // An assembly without a byte in it cannot be loaded.
        foreach (var sdk in (string[])["Anthropic.dll", "Anthropic.Bedrock.dll", "Anthropic.Vertex.dll", "AWSSDK.Core.dll", "Google.Apis.Auth.dll", "Google.Apis.Core.dll", "Google.Apis.dll", "Newtonsoft.Json.dll"])
        {
            File.Exists(binex.PathOf(sdk)).ShouldBeTrue(sdk);
            await File.WriteAllBytesAsync(binex.PathOf(sdk), []);
        }

        binex.Program = binex.PathOf(Path.GetFileName(binex.Program));

        (await binex.RunAsync("validate", "flow.yaml")).ShouldExit(0);
        (await binex.RunAsync("run", "flow.yaml", "--simulate")).ShouldExit(0);
    }

    private static BinexProcess Cloud(string model, string? address)
    {
        var binex = new BinexProcess();
        binex.Write("flow.yaml", $"name: flow\nnodes:\n  ask: {{ agent: \"llm://{model}\", prompt: hello, config: {{ max_tokens: 100{(address is null ? "" : $", api_base: \"{address}\"")} }} }}\n");
        return binex;
    }

    private static async Task ShouldNotKeepAsync(BinexProcess binex, params string[] secrets)
    {
        var files = Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories);
        files.ShouldContain(file => file.Contains("tape", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file);
            foreach (var secret in secrets)
            {
                text.ShouldNotContain(secret, Case.Sensitive, file);
            }
        }
    }

    /// <summary>The file of a service account, whose tokens come from an address of this machine.</summary>
    private sealed class TemporaryAccount : IDisposable
    {
        public TemporaryAccount(string tokens)
        {
            using var key = RSA.Create(2048);
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(new
            {
                type = "service_account",
                project_id = "my-project",
                private_key_id = "1",
                private_key = key.ExportPkcs8PrivateKeyPem(),
                client_email = "binex@my-project.iam.gserviceaccount.com",
                client_id = "1",
                token_uri = tokens,
            }));
        }

        public string File { get; } = Path.GetTempFileName();

        public void Dispose() => System.IO.File.Delete(File);
    }
}
