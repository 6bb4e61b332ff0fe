using System.Text.Json;
using Binex.Core.Requests;

namespace Binex.Core.Tests.Requests;

public sealed class ExtraMembersTests
{
    [Theory]
    [InlineData("""{"n":5}""", "'n'")]
    [InlineData("""{"MAX_TOKENS":5}""", "'MAX_TOKENS'")]
    [InlineData("""{"model":"gpt-5-pro"}""", "'model'")]
    [InlineData("""{"stream":true}""", "'stream'")]
    [InlineData("""{"tools":[{"type":"web_search"}]}""", "tools")]
    [InlineData("""{"tools":{}}""", "tools")]
    [InlineData("""{"tools":[{"name":"f","input_schema":{},"cache_control":{"type":"ephemeral","ttl":"1h"}}]}""", "cache_prompt")]
    [InlineData("""{"tools":[{"type":"function","function":{"name":"f","cache_control":{"type":"ephemeral"}}}]}""", "cache_prompt")]
    [InlineData("""{"a'].b":1}""", "no provider knows")]
    [InlineData("""{"":1}""", "no provider knows")]
    [InlineData("[1]", "must be a map")]
    public void Problem_WhatCouldCostMoreThanItsHold_IsRefused(string extra, string expected) =>
        ExtraMembers.Problem(JsonElement.Parse(extra)).ShouldNotBeNull().ShouldContain(expected);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"top_k":5,"repetition_penalty":1.1,"provider":{"order":["a"]},"tools":[{"type":"function","function":{"name":"f"}}]}""")]
    [InlineData("""{"tools":[{"name":"f","input_schema":{"properties":{"cache_control":{"type":"string"}}}}]}""")]
    public void Problem_OrdinaryMembers_AreSent(string extra) => ExtraMembers.Problem(JsonElement.Parse(extra)).ShouldBeNull();
}
