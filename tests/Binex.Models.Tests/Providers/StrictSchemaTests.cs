using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Models.Providers.Protocols;
using Binex.Models.Tests.Providers.Table;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers;

public sealed class StrictSchemaTests
{
    private const string Closed = """{"type":"object","properties":{"a":{"type":"string","description":"what"},"b":{"type":"array","items":{"type":["integer","null"],"minimum":0}}},"required":["a","b"],"additionalProperties":false}""";
    private const string Open = """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""";

    [Theory]
    [InlineData(Closed, true)]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/$defs/b"}},"required":["a"],"additionalProperties":false,"$defs":{"b":{"anyOf":[{"type":"string","format":"date"},{"enum":[1,2]}]}}}""", true)]
    [InlineData("""{"type":"object","properties":{},"required":[],"additionalProperties":false}""", true)]
    [InlineData(Open, false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object"}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":true},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","minLength":3}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","format":"uri"}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","default":"x"}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"other.json"}},"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("""{"anyOf":[{"type":"string"}]}""", false)]
    [InlineData("""{"type":"object","properties":5,"required":["a"],"additionalProperties":false}""", false)]
    [InlineData("true", false)]
    public void IsMet_Schema_IsWhatOpenAiTakes(string schema, bool expected) => StrictSchema.IsMet(JsonElement.Parse(schema)).ShouldBe(expected);

    [Fact]
    public void IsMet_DeeperThanOpenAiReads_IsNot()
    {
        var schema = """{"type":"string"}""";
        for (var depth = 0; depth < 12; depth++)
        {
            schema = $$"""{"type":"object","properties":{"a":{{schema}}},"required":["a"],"additionalProperties":false}""";
        }

        StrictSchema.IsMet(JsonElement.Parse(schema)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Azure OpenAI")]
    public async Task CompleteAsync_SchemaThatQualifies_IsSentAsItIsAndStrict(string title)
    {
        var (schema, isStrict) = await SentAsync(title, Closed);

        JsonElement.DeepEquals(schema, JsonElement.Parse(Closed)).ShouldBeTrue(schema.GetRawText());
        isStrict.ShouldBeTrue();
    }

    [Theory]
    [InlineData("OpenAI chat", Open)]
    [InlineData("OpenAI responses", Open)]
    [InlineData("Azure OpenAI", Open)]
    [InlineData("OpenAI-compatible", Closed)]
    public async Task CompleteAsync_SchemaThatDoesNotOrAnotherProvider_IsNotStrict(string title, string written)
    {
        var (schema, isStrict) = await SentAsync(title, written);

        schema.GetProperty("properties").GetProperty("a").GetProperty("type").GetString().ShouldBe("string");
        isStrict.ShouldBeFalse();
    }

    private static async Task<(JsonElement Schema, bool IsStrict)> SentAsync(string title, string schema)
    {
        var family = ProviderFamily.All.Single(candidate => candidate.Title == title);
        await using var server = await FakeProviderServer.StartAsync();

        (await family.SendAsync(server, new ChatRequest("", [new ChatMessage(ChatRole.User, "hi")], 10) { OutputSchema = JsonElement.Parse(schema) }, CancellationToken.None)).Answer.ShouldNotBeNull();

        var format = family.Kind == ProviderKind.OpenAiResponses
            ? server.Calls[0].Body.GetProperty("text").GetProperty("format")
            : server.Calls[0].Body.GetProperty("response_format").GetProperty("json_schema");
        return (format.GetProperty("schema"), format.TryGetProperty("strict", out var strict) && strict.ValueKind == JsonValueKind.True);
    }
}
