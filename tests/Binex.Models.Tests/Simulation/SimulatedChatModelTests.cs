using System.Text.Json;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Simulation;
using Binex.Models.Tokens;
using Binex.Testing.Proofs;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Models.Tests.Simulation;

public sealed class SimulatedChatModelTests
{
    private static readonly SoundTokenBounds Bounds = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task CompleteAsync_Task_IsAnsweredInWordsOfTheTask()
    {
        var answer = await AnswerAsync(Request("Write a short article about the history of tea in Japan, for tourists."));

        answer.Text.ShouldContain("the history of tea in Japan", Case.Insensitive);
        answer.Text.Split(' ', '\n').Length.ShouldBeInRange(60, 220);
        answer.FinishReason.ShouldBe("stop");
        answer.Model.ShouldBe("gpt-4o");
    }

    [Fact]
    public async Task CompleteAsync_SameRequest_SaysTheSameInWhateverOrder()
    {
        var requests = Enumerable.Range(0, 40).Select(n => Request($"Explain the tides, part {n % 20}") with { NodeId = $"n{n % 2}", Iteration = (n % 3) + 1 }).ToList();
        var one = Model();
        var other = Model();

        var inOrder = new List<string>();
        foreach (var request in requests)
        {
            inOrder.Add((await one.CompleteAsync(request, default)).Answer!.Text);
        }

        var atOnce = await Task.WhenAll(requests.AsEnumerable().Reverse().Select(request => Task.Run(() => other.CompleteAsync(request, default))));

        atOnce.Reverse().Select(result => result.Answer!.Text).ShouldBe(inOrder);
    }

    [Fact]
    public async Task CompleteAsync_OtherSeedNodeIterationOrPrompt_SaysSomethingElse()
    {
        var request = Request("Describe the lighthouse and its keeper, the storm and the ships");
        var texts = new[]
        {
            (await AnswerAsync(request)).Text,
            (await AnswerAsync(request with { NodeId = "other" })).Text,
            (await AnswerAsync(request with { Iteration = 2 })).Text,
            (await AnswerAsync(Request("Describe the lighthouse and its keeper, the storm and the ships."))).Text,
            (await AnswerAsync(request, new SimulationOptions { Seed = 7 })).Text,
        };

        texts.Distinct().Count().ShouldBe(texts.Length);
    }

    [Fact]
    public void CompleteAsync_AnyPrompt_StaysWithinTheBoundAndTheLimit() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[0, 300], Gen.Bool).Holds(100, (system, user, limit, json) =>
        {
            var request = new ChatRequest("m", [new ChatMessage(ChatRole.System, system), new ChatMessage(ChatRole.User, user)], limit) { JsonMode = json };
            var result = Model().CompleteAsync(request, default);

            result.IsCompleted.ShouldBeTrue();
            var answer = result.GetAwaiter().GetResult().Answer.ShouldNotBeNull();
            answer.Usage!.Value.Input.ShouldBeInRange(0, Bounds.InputTokens(request));
            answer.Usage.Value.Output.ShouldBeInRange(0, limit);
            answer.Text.Length.ShouldBeLessThanOrEqualTo(4 * limit);
            if (answer.FinishReason == "stop" && json)
            {
                JsonElement.Parse(answer.Text).ValueKind.ShouldBe(JsonValueKind.Object);
            }
        });

    [Fact]
    public async Task CompleteAsync_LimitReached_IsCutAndSaysSo()
    {
        var answer = await AnswerAsync(Request("Describe the lighthouse") with { MaxOutputTokens = 10 });

        answer.FinishReason.ShouldBe("length");
        answer.Usage!.Value.Output.ShouldBe(10);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(1_000)]
    public async Task CompleteAsync_OutputTokensWanted_AreAboutThatMany(int tokens) =>
        (await AnswerAsync(Request("Describe the lighthouse"), new SimulationOptions { OutputTokens = tokens }))
            .Usage!.Value.Output.ShouldBeInRange(tokens / 3, tokens * 5 / 2);

    [Fact]
    public async Task CompleteAsync_JsonModeWithNames_AnswersWithThose()
    {
        var request = Request("Judge the essay on whales.") with { JsonMode = true };
        request = request with
        {
            Messages = [new ChatMessage(ChatRole.System, "Answer with a JSON object with the keys \"verdict\" and `reason`.\n\nUse \"plain\" words."), .. request.Messages],
        };

        var answer = JsonElement.Parse((await AnswerAsync(request)).Text);

        answer.EnumerateObject().Select(property => property.Name).ShouldBe(["verdict", "reason"]);
    }

    [Fact]
    public async Task CompleteAsync_Latency_TakesThatLong()
    {
        var pending = Model(new SimulationOptions { Latency = TimeSpan.FromSeconds(5) }).CompleteAsync(Request("hello"), default);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        pending.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.2));
        (await pending).Answer.ShouldNotBeNull();
    }

    [Fact]
    public async Task CompleteAsync_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var pending = Model(new SimulationOptions { Latency = TimeSpan.FromSeconds(5) }).CompleteAsync(Request("hello"), cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(pending);
        await Should.ThrowAsync<OperationCanceledException>(Model().CompleteAsync(Request("hello"), cancel.Token));
    }

    [Fact]
    public async Task CompleteAsync_Faults_ComeAboutAsOftenAsAskedAndTheSameInEveryRun()
    {
        var options = new SimulationOptions { RateLimit = 0.2, Error = 0.1, Network = 0.05, RetryAfter = TimeSpan.FromSeconds(3) };

        var first = await FaultsAsync(options);
        var second = await FaultsAsync(options);

        second.Select(result => result.Failure?.Failure.Kind).ShouldBe(first.Select(result => result.Failure?.Failure.Kind));
        var failures = first.Where(result => result.Failure is not null).Select(result => result.Failure!).ToLookup(failure => failure.Failure.Kind);
        failures[FailureKind.RateLimit].Count().ShouldBeInRange(350, 450);
        failures[FailureKind.Server].Count().ShouldBeInRange(160, 240);
        failures[FailureKind.Network].Count().ShouldBeInRange(70, 130);
        failures[FailureKind.RateLimit].ShouldAllBe(failure => failure.Failure.RetryAfter == TimeSpan.FromSeconds(3) && failure.Charge == ChargeKnowledge.Nothing);
        failures[FailureKind.Server].ShouldAllBe(failure => failure.Failure.Status == 500 && failure.Charge == ChargeKnowledge.Nothing);
        failures[FailureKind.Network].ShouldAllBe(failure => failure.Charge == ChargeKnowledge.Unknown);
    }

    [Fact]
    public async Task CompleteAsync_SameRequestAgainAfterAFault_CanSucceed()
    {
        var model = Model(new SimulationOptions { RateLimit = 0.5 });
        var results = new List<bool>();
        for (var i = 0; i < 20; i++)
        {
            results.Add((await model.CompleteAsync(Request("hello"), default)).Answer is not null);
        }

        results.ShouldContain(true);
        results.ShouldContain(false);
    }

    private async Task<List<ChatResult>> FaultsAsync(SimulationOptions options)
    {
        var model = Model(options);
        var results = new List<ChatResult>();
        for (var i = 0; i < 2_000; i++)
        {
            results.Add(await model.CompleteAsync(Request("hello") with { NodeId = $"n{i}" }, default));
        }

        return results;
    }

    private static ChatRequest Request(string prompt) => new("gpt-4o", [new ChatMessage(ChatRole.User, prompt)], 4096) { NodeId = "n" };

    private SimulatedChatModel Model(SimulationOptions? options = null) => new(options ?? new SimulationOptions(), Bounds, _time);

    private async Task<ChatAnswer> AnswerAsync(ChatRequest request, SimulationOptions? options = null) =>
        (await Model(options).CompleteAsync(request, default)).Answer.ShouldNotBeNull();
}
