using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Workflows;
using Binex.Engine.Answers;

namespace Binex.Engine.Tests.Answers;

/// <summary>Broken answers as models give them, each with the value that must come of it or the reason for which it is refused.</summary>
public sealed class CorpusTests
{
    private static readonly AnswerBinder Binder = new(new SchemaCache());

    public static TheoryData<string> Names => [.. BrokenAnswer.All.Select(answer => answer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Answer_IsMendedOrRefused(string name)
    {
        var answer = BrokenAnswer.All.Single(other => other.Name == name);

        var bound = Bind(answer, repair: true);

        if (answer.Value is { } value)
        {
            bound.Problems.ShouldBeNull();
            JsonValues.AreEqual(bound.Values["output"], JsonElement.Parse(value)).ShouldBeTrue($"{bound.Values["output"]} is not {value}");
            bound.Repair.ShouldBe(answer.Repair);
        }
        else
        {
            bound.Problems.ShouldNotBeNull().ShouldStartWith(answer.Refused.ShouldNotBeNull());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Answer_WithRepairOff_IsTakenAsItIsOrRefused(string name)
    {
        var answer = BrokenAnswer.All.Single(other => other.Name == name);

        var bound = Bind(answer, repair: false);

        (bound.Problems is null).ShouldBe(answer is { Value: not null, Repair: null } && JsonValues.TryParse(answer.Text, out _, out _));
        bound.Repair.ShouldBeNull();
    }

    [Fact]
    public void Corpus_IsLarge_AndEachAnswerHasItsName()
    {
        BrokenAnswer.All.Count.ShouldBeGreaterThanOrEqualTo(150);
        BrokenAnswer.All.Select(answer => answer.Name).ShouldBeUnique();
    }

    private static BoundAnswer Bind(BrokenAnswer answer, bool repair) => Binder.Bind(
        new Node { Id = "a", Agent = new AgentUri("llm", "acme/large"), OutputSchema = answer.Schema, Repair = repair },
        JsonValues.From(answer.Text));
}
