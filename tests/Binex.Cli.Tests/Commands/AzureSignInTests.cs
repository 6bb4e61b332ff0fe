using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Commands;

/// <summary>Azure OpenAI with a key, and as whoever is signed in at Microsoft Entra.</summary>
public sealed class AzureSignInTests
{
    [Fact]
    public async Task Run_NoKey_IsSignedInByTheManagedIdentity()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var binex = Azure(server);
        binex.Environment["IDENTITY_ENDPOINT"] = server.Address[..^"/v1".Length] + FakeProviderServer.SignInPath;
        binex.Environment["IDENTITY_HEADER"] = "header-of-the-identity";

        (await binex.RunAsync("run", "flow.yaml")).ShouldExit(0);

        server.Calls.ShouldHaveSingleItem().Authorization.ShouldBe($"Bearer {FakeProviderServer.SignInToken}");
        foreach (var file in Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain(FakeProviderServer.SignInToken, Case.Sensitive, file);
        }
    }

    [Fact]
    public async Task Run_Key_IsSent()
    {
        await using var server = await FakeProviderServer.StartAsync();
        using var binex = Azure(server);
        binex.Environment["AZURE_API_KEY"] = "key-of-the-resource";

        (await binex.RunAsync("run", "flow.yaml")).ShouldExit(0);

        server.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer key-of-the-resource");
    }

    private static BinexProcess Azure(FakeProviderServer server)
    {
        var binex = new BinexProcess();
        binex.Environment["AZURE_OPENAI_ENDPOINT"] = server.Address[..^"/v1".Length];
        binex.Write("flow.yaml", "name: flow\nnodes:\n  ask: { agent: llm://azure/gpt-4o-mini, prompt: hello, config: { max_tokens: 100 } }\n");
        return binex;
    }
}
