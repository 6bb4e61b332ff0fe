using System.Text.Json;
using Binex.Core.Cassettes;
using Binex.Core.Costs;
using Binex.Core.Json;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.JsonSchema;
using Binex.Models.Cassettes;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Models.Tests.Cassettes;

public sealed class CassetteTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("binex-cassette-").FullName, "tape");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Find_WhatWasRecorded_IsTheSameAnswer()
    {
        var answer = new ChatAnswer("Ä \"b\"\n</c> \ufffd", new TokenUsage(10, 3) { CachedInput = 4 }) { Model = "gpt-4o-2024", FinishReason = "stop" };
        await RecordAsync("draft", Asks("a cat"), answer, 0.00012345m);

        var found = Open().Find("draft", Asks("a cat")).Recorded.ShouldNotBeNull();

        found.Answer.ShouldBe(answer);
        found.Cost.ShouldBe(new Money(0.00012345m));
    }

    [Fact]
    public async Task Record_AFile_IsReadableAndWhatItsSchemaSays()
    {
        await RecordAsync("draft", Asks("ein Müll <a> 'b'"), new ChatAnswer("日本", new TokenUsage(1, 2)), 0.5m);

        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var schema = SchemaCompiler.Compile(JsonElement.Parse(await File.ReadAllTextAsync(SchemaPath(), TestContext.Current.CancellationToken))).Schema.ShouldNotBeNull();

        Path.GetFileName(file).ShouldMatch("^draft\\.[0-9a-f]{12}\\.json$");
        text.ShouldContain("ein Müll <a> 'b'");
        text.ShouldContain("日本");
        schema.Validate(JsonElement.Parse(text)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_TheSameAskedAgain_GivesTheAnswersInTheirOrder_AndThenTheLast()
    {
        var recorder = CassetteRecorder.Open(_folder, out _).ShouldNotBeNull();
        for (var i = 1; i <= 11; i++)
        {
            await recorder.KeepAsync("draft", Asks("x"), new RecordedAnswer(new ChatAnswer($"answer {i}", null), Money.Zero), CancellationToken.None);
        }

        var cassette = Open();

        Enumerable.Range(1, 12).Select(_ => cassette.Find("draft", Asks("x")).Recorded!.Answer!.Text)
            .ShouldBe([.. Enumerable.Range(1, 11).Select(number => $"answer {number}"), "answer 11"]);
    }

    [Fact]
    public async Task Find_AFailureOfTheProvider_IsThatFailure()
    {
        var failure = new NodeFailure(FailureKind.ContextTooLong, "too long") { Status = 400, Detail = "8,193 tokens" };
        var recorder = CassetteRecorder.Open(_folder, out _).ShouldNotBeNull();
        await recorder.KeepAsync("draft", Asks("x"), new RecordedAnswer(null, failure, new Money(0.5m)), CancellationToken.None);

        Open().Find("draft", Asks("x")).Recorded.ShouldBe(new RecordedAnswer(null, failure, new Money(0.5m)));
    }

    [Fact]
    public async Task Find_ARenamedNode_IsAnsweredByWhatWasAsked()
    {
        await RecordAsync("draft", Asks("x"), new ChatAnswer("yes", null), 0m);

        Open().Find("other", Asks("x")).Recorded.ShouldNotBeNull().Answer!.Text.ShouldBe("yes");
    }

    [Fact]
    public async Task Find_WhatWasNotRecorded_NamesTheNearestOfTheNodeAndWhatDiffers()
    {
        await RecordAsync("draft", Asks("Write about cats, at length"), new ChatAnswer("1", null), 0m);
        await RecordAsync("draft", Asks("Write about mice"), new ChatAnswer("2", null), 0m);
        await RecordAsync("other", Asks("Write about dogs"), new ChatAnswer("3", null), 0m);

        var drift = Open().Find("draft", Asks("Write about cats, in short", temperature: 0.5)).Drift.ShouldNotBeNull();

        drift.ShouldStartWith("nearest to it is draft.");
        drift.ShouldContain("message 1 (user) was '…ite about cats, at length' and is '…ite about cats, in short'");
        drift.ShouldContain("temperature was '0' and is '0.5'");
    }

    [Fact]
    public async Task Unplayed_IsWhatNobodyAskedFor()
    {
        await RecordAsync("a", Asks("x"), new ChatAnswer("1", null), 0m);
        await RecordAsync("b", Asks("y"), new ChatAnswer("2", null), 0m);
        var cassette = Open();

        cassette.Find("a", Asks("x"));

        cassette.Unplayed.ShouldHaveSingleItem().ShouldStartWith("b.");
    }

    [Fact]
    public void Hash_DoesNotDependOnTheOrderOfMembers() => Gen.Int.Holds(300, seed =>
    {
        var random = new Random(seed);
        var value = Any(random, 0);
        var shuffled = Shuffled(value, random);

        RequestHash.Of(shuffled).ShouldBe(RequestHash.Of(value));
        RequestHash.Of(Asks(value.GetRawText())).ShouldNotBe(RequestHash.Of(value));
    });

    [Fact]
    public void Hash_IsTheSameInEveryProcessAndVersion() =>
        RequestHash.Of(Asks("größer")).ShouldBe("0f34cf682c9b9bb275d5d0d9aa8dbea62f4654a9da5456e04c4544475a3a17ac");

    [Theory]
    [InlineData("not json", "is no file of a cassette")]
    [InlineData("null", "is no file of a cassette: it is null")]
    [InlineData("{}", "is no file of a cassette")]
    [InlineData("""{"v":2,"node":"a","hash":"","request":{},"answer":{"text":"","cost":"0"}}""", "it has version 2")]
    [InlineData("""{"v":1,"node":"a","hash":"","request":[],"answer":{"text":"","cost":"0"}}""", "its request is no object")]
    [InlineData("""{"v":1,"node":"a","hash":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","request":{},"answer":{"text":"ab","cost":"0","chunks":[1,2]}}""", "its chunks are longer than its text")]
    [InlineData("""{"v":1,"node":"a","hash":"00","request":{}}""", "it has no answer")]
    [InlineData("""{"v":1,"node":"a","hash":"00","request":{},"failure":{"kind":"server","message":"","cost":"0"}}""", "its failure has no message")]
    [InlineData("""{"v":1,"node":"a","hash":"00","request":{},"failure":{"kind":"bad luck","message":"no","cost":"0"}}""", "is no file of a cassette")]
    [InlineData("""{"v":1,"node":"a","hash":"00","request":{},"answer":{"text":"","cost":"0"}}""", "was changed: its hash is not that of its request")]
    public void Open_AFileThatIsNone_SaysWhichAndWhy(string text, string says)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "a.json"), text);

        Cassette.Open(_folder, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain("a.json");
        problem.ShouldContain(says);
    }

    [Fact]
    public void Open_NothingThere_SaysSo()
    {
        Cassette.Open(_folder, out var problem).ShouldBeNull();
        problem.ShouldBe($"there is no cassette '{_folder}'");
        Directory.CreateDirectory(_folder);
        Cassette.Open(_folder, out problem).ShouldBeNull();
        problem.ShouldBe($"the cassette '{_folder}' is empty");
    }

    private Cassette Open() => Cassette.Open(_folder, out var problem).ShouldNotBeNull(problem);

    private Task RecordAsync(string node, JsonElement request, ChatAnswer answer, decimal cost) =>
        CassetteRecorder.Open(_folder, out _).ShouldNotBeNull().KeepAsync(node, request, new RecordedAnswer(answer, new Money(cost)), CancellationToken.None);

    private static JsonElement Asks(string text, double temperature = 0) => JsonSerializer.SerializeToElement(new
    {
        model = "gpt-4o",
        maxOutputTokens = 10,
        temperature,
        messages = new[] { new { role = "user", text } },
    });

    private static JsonElement Any(Random random, int depth) => random.Next(depth < 3 ? 4 : 2) switch
    {
        0 => JsonValues.From(random.Next()),
        1 => JsonValues.From($"text {random.Next()}"),
        2 => JsonValues.Array(Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth + 1))),
        _ => JsonValues.Object(Enumerable.Range(0, random.Next(6)).Select(index => KeyValuePair.Create($"{(char)('a' + index)}{random.Next(9)}", Any(random, depth + 1)))),
    };

    private static JsonElement Shuffled(JsonElement value, Random random) => value.ValueKind switch
    {
        JsonValueKind.Array => JsonValues.Array(value.EnumerateArray().Select(item => Shuffled(item, random))),
        JsonValueKind.Object => JsonValues.Object(value.EnumerateObject().OrderBy(_ => random.Next())
            .Select(member => KeyValuePair.Create(member.Name, Shuffled(member.Value, random)))),
        _ => value,
    };

    private static string SchemaPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Binex.Tools.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "schemas", "v1", "cassette.schema.json");
    }
}
