using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;
using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Models.Tests.Providers;

/// <summary>Signing in at Microsoft Entra and at Google: once for all who ask, again when it has failed or expired, and never for ever.</summary>
public sealed class SignInTests
{
    private const int Many = 1_000;
    private static readonly Destination Azure = new(ProviderKind.Azure, new Uri("https://my.openai.azure.com/openai/v1/"), "gpt-4o", null, true, true);
    private static readonly Destination Vertex = new(ProviderKind.Vertex, new Uri("https://aiplatform.googleapis.com/v1/projects/p/locations/l/"), "claude", null, false, false);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Entra_ManyAtOnce_SignInOnce()
    {
        var signIn = new TaskCompletionSource<AccessToken>();
        var credential = new FakeCredential(_ => signIn.Task);
        var tokens = new EntraTokens(_time, () => credential);

        var asked = Enumerable.Range(0, Many).Select(_ => tokens.SignAsync(Azure, default)).ToArray();
        await credential.Asked;
        signIn.SetResult(new AccessToken("one", _time.GetUtcNow().AddHours(1)));

        (await Task.WhenAll(asked)).ShouldAllBe(one => one.Destination!.Key == "one");
        credential.Times.ShouldBe(1);
    }

    [Fact]
    public async Task Entra_ExpiredToken_IsRenewed()
    {
        var credential = new FakeCredential(times => Task.FromResult(new AccessToken($"token {times}", _time.GetUtcNow().AddHours(1))));
        var tokens = new EntraTokens(_time, () => credential);

        (await tokens.SignAsync(Azure, default)).Destination!.Key.ShouldBe("token 1");
        _time.Advance(TimeSpan.FromMinutes(54));
        (await tokens.SignAsync(Azure, default)).Destination!.Key.ShouldBe("token 1");
        _time.Advance(TimeSpan.FromMinutes(2));
        (await tokens.SignAsync(Azure, default)).Destination!.Key.ShouldBe("token 2");
    }

    [Fact]
    public async Task Entra_FailedSignIn_IsTriedAgain()
    {
        var credential = new FakeCredential(times => times == 1
            ? Task.FromException<AccessToken>(new AuthenticationFailedException("not now"))
            : Task.FromResult(new AccessToken("two", _time.GetUtcNow().AddHours(1))));
        var tokens = new EntraTokens(_time, () => credential);

        (await tokens.SignAsync(Azure, default)).Failure.ShouldNotBeNull().Failure.Kind.ShouldBe(FailureKind.Authentication);
        (await tokens.SignAsync(Azure, default)).Destination!.Key.ShouldBe("two");
    }

    [Fact]
    public async Task Entra_OneGivesUp_TheOthersGetTheToken()
    {
        var signIn = new TaskCompletionSource<AccessToken>();
        var credential = new FakeCredential(_ => signIn.Task);
        var tokens = new EntraTokens(_time, () => credential);
        using var stop = new CancellationTokenSource();

        var first = tokens.SignAsync(Azure, stop.Token);
        var second = tokens.SignAsync(Azure, default);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        signIn.SetResult(new AccessToken("one", _time.GetUtcNow().AddHours(1)));
        (await second).Destination!.Key.ShouldBe("one");
    }

    [Fact]
    public async Task Entra_NobodyAnswers_IsANetworkFailureThatCostsNothing()
    {
        var credential = new FakeCredential(_ => new TaskCompletionSource<AccessToken>().Task);
        var tokens = new EntraTokens(_time, () => credential);

        var asked = tokens.SignAsync(Azure, default);
        await credential.Asked;
        _time.Advance(EntraTokens.Longest);

        var failure = (await asked.WaitAsync(TimeSpan.FromSeconds(10))).Failure.ShouldNotBeNull();
        failure.Failure.Kind.ShouldBe(FailureKind.Network);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Fact]
    public async Task Google_ManyAtOnce_SignInOnce()
    {
        await using var server = await FakeProviderServer.StartAsync();
        var found = new TaskCompletionSource<GoogleCredential>();
        var tokens = new GoogleTokens(_time, _ => found.Task);

        var asked = Enumerable.Range(0, Many).Select(_ => tokens.SignAsync(Vertex, default)).ToArray();
        found.SetResult(Account(server.Address[..^"/v1".Length] + FakeProviderServer.SignInPath));

        (await Task.WhenAll(asked)).ShouldAllBe(one => one.Destination!.Key == FakeProviderServer.SignInToken);
        server.SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task Google_NobodyThere_IsANetworkFailureThatCostsNothing()
    {
        var tokens = new GoogleTokens(_time, _ => Task.FromResult(Account("http://127.0.0.1:1/token")));

        var failure = (await tokens.SignAsync(Vertex, default)).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Network);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Fact]
    public async Task Google_NobodyAnswers_IsANetworkFailureThatCostsNothing()
    {
        var tokens = new GoogleTokens(_time, _ => new TaskCompletionSource<GoogleCredential>().Task);

        var asked = tokens.SignAsync(Vertex, default);
        _time.Advance(GoogleTokens.Longest);

        var failure = (await asked.WaitAsync(TimeSpan.FromSeconds(10))).Failure.ShouldNotBeNull();
        failure.Failure.Kind.ShouldBe(FailureKind.Network);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    private static GoogleCredential Account(string tokens)
    {
        using var key = RSA.Create(2048);
        return GoogleCredential.FromJson(JsonSerializer.Serialize(new
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

    private sealed class FakeCredential(Func<int, Task<AccessToken>> answer) : TokenCredential
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _times;

        public int Times => _times;

        public Task Asked => _asked.Task;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var times = Interlocked.Increment(ref _times);
            var answered = answer(times).WaitAsync(cancellationToken);
            _asked.TrySetResult();
            return await answered;
        }
    }
}
