using System.Text.Json;
using Binex.Cli.Running;
using Binex.Core.Workflows;
using Binex.Validation;

namespace Binex.Cli.Tests.Running;

public sealed class VariableValuesTests
{
    private const string Text = """
        name: vars
        vars:
          topic: { required: true, description: what to write about }
          count: { type: integer, default: 3 }
          price: { type: number, default: 1.5 }
          loud: { type: boolean, default: false }
          data: { type: json, default: { a: 1 } }
          tone: { default: dry, enum: [dry, sweet] }
        nodes:
          a: { agent: local://template, inputs: { template: "${user.topic}" } }
        """;

    [Theory]
    [InlineData("topic=a=b", "topic", "\"a=b\"")]
    [InlineData("topic=", "topic", "\"\"")]
    [InlineData("topic=5", "topic", "\"5\"")]
    [InlineData("count=5", "count", "5")]
    [InlineData("count=5.0", "count", "5.0")]
    [InlineData("price=0.10", "price", "0.10")]
    [InlineData("loud=true", "loud", "true")]
    [InlineData("data=[1,2]", "data", "[1,2]")]
    [InlineData("tone=sweet", "tone", "\"sweet\"")]
    public void Gather_Pair_HasItsType(string pair, string name, string json)
    {
        var values = VariableValues.Gather(Workflow(), ["topic=x", pair], null, out var problem);

        problem.ShouldBeNull();
        values![name].GetRawText().ShouldBe(json);
    }

    [Theory]
    [InlineData("count=many", "a whole number")]
    [InlineData("count=1.5", "a whole number")]
    [InlineData("price=cheap", "a number")]
    [InlineData("loud=yes", "true or false")]
    [InlineData("data={", "JSON")]
    [InlineData("tone=sour", "cannot be 'sour'")]
    [InlineData("topc=x", "no variable 'topc'")]
    [InlineData("=x", "NAME=VALUE")]
    public void Gather_WrongPair_SaysWhatIsWrong(string pair, string says)
    {
        VariableValues.Gather(Workflow(), ["topic=x", pair], null, out var problem).ShouldBeNull();

        problem!.Message.ShouldContain(says);
    }

    [Fact]
    public void Gather_NameCloseToAKnownOne_SuggestsIt()
    {
        VariableValues.Gather(Workflow(), ["topc=x"], null, out _).ShouldBeNull();
        VariableValues.Gather(Workflow(), ["topic=x", "cuont=3"], null, out var problem);

        problem!.Hint.ShouldBe("did you mean 'count'?");
    }

    [Fact]
    public void Gather_FileAndPair_ThePairWins()
    {
        var file = JsonElement.Parse("""{"topic":"from the file","count":7}""");

        var values = VariableValues.Gather(Workflow(), ["topic=from the pair"], file, out _)!;

        values["topic"].GetString().ShouldBe("from the pair");
        values["count"].GetInt32().ShouldBe(7);
        values["tone"].GetString().ShouldBe("dry");
    }

    [Fact]
    public void Gather_RequiredIsMissing_SaysHowToGiveIt()
    {
        VariableValues.Gather(Workflow(), [], null, out var problem).ShouldBeNull();

        problem!.Message.ShouldBe("the variable 'topic' has no value (what to write about)");
        problem.Hint!.ShouldContain("--var topic=VALUE");
    }

    private static Workflow Workflow()
    {
        var loaded = WorkflowLoader.LoadText("vars.yaml", Text, new LoadOptions());
        return loaded.Workflow.ShouldNotBeNull(string.Join("\n", loaded.Diagnostics.Select(diagnostic => diagnostic.Message)));
    }
}
