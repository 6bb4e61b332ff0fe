using System.Text;
using Binex.Core.Diagnostics;

namespace Binex.Validation.Tests;

/// <summary>Texts made to exhaust whoever reads them end in a finding, soon and with little memory.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void LoadText_OfYamlBomb_IsOneFinding()
    {
        var bomb = new StringBuilder("name: bomb\nx-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Loading.Load(bomb.ToString()).Codes().ShouldBe([DiagnosticCatalog.TooMuchExpansion.Code]);
    }

    [Fact]
    public void LoadText_OfMergeBomb_IsOneFinding()
    {
        var keys = string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"k{i}: {i}"));
        var merges = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  - {{ <<: *all, n: {i} }}\n"));

        Loading.Load($"name: bomb\nx-all: &all {{ {keys} }}\nx-merged:\n{merges}").Codes().ShouldBe([DiagnosticCatalog.TooMuchExpansion.Code]);
    }

    [Fact]
    public void LoadText_OfAliasesNestedDeep_IsOneFinding()
    {
        var text = new StringBuilder("name: deep\nx-0: &a0 [x]\n");
        for (var i = 1; i < 150; i++)
        {
            text.Append($"x-{i}: &a{i} [*a{i - 1}]\n");
        }

        Loading.Load(text.ToString()).Codes().ShouldBe([DiagnosticCatalog.TooDeep.Code]);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    [InlineData('?')]
    [InlineData('&')]
    [InlineData('"')]
    [InlineData('\t')]
    [InlineData('$')]
    public void LoadText_OfOneCharacterRepeated_Ends(char character) =>
        Loading.Load(new string(character, 200_000)).Diagnostics.ShouldNotBeEmpty();

    [Fact]
    public void LoadText_OfManyOpenReferences_Ends()
    {
        var text = string.Concat(Enumerable.Repeat("${", 50_000));

        Loading.Load($"name: x\nnodes:\n  a: {{ agent: local://echo, inputs: {{ x: '{text}' }} }}\n").HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void Render_OfThousandsOfFindingsInOneLongLine_CostsLittleForEach()
    {
        var text = string.Concat(Enumerable.Repeat("${nobody.output} ", 5_000));
        var result = Loading.Load($"name: x\nnodes:\n  a: {{ agent: local://echo, inputs: {{ x: '{text}' }} }}\n");
        result.Diagnostics.Count.ShouldBeGreaterThanOrEqualTo(5_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        result.Render();

        ((GC.GetAllocatedBytesForCurrentThread() - before) / result.Diagnostics.Count).ShouldBeLessThan(300_000);
    }

    [Fact]
    public void LoadText_OfCycleThroughTenThousandNodes_ShowsIt()
    {
        const int Count = 10_000;
        var text = new StringBuilder("name: circle\nnodes:\n");
        for (var i = 0; i < Count; i++)
        {
            text.Append($"  n{i}: {{ agent: local://echo, depends_on: [n{(i + 1) % Count}] }}\n");
        }

        var finding = Loading.Load(text.ToString()).Diagnostics.ShouldHaveSingleItem();

        finding.Descriptor.ShouldBe(DiagnosticCatalog.DependencyCycle);
        finding.Message.ShouldBe(
            "these nodes wait for each other: n0 (line 3) -> n1 (line 4) -> n2 (line 5) -> n3 (line 6) -> n4 (line 7) -> n5 (line 8) -> n6 (line 9) "
            + "-> n7 (line 10) -> n8 (line 11) -> n9 (line 12) -> n10 (line 13) -> … 9,989 more … -> n0");
    }

    [Fact]
    public void LoadText_OfTwentyThousandNodes_GivesThemInOrder()
    {
        const int Count = 20_000;
        var text = new StringBuilder("name: many\nnodes:\n");
        for (var i = 0; i < Count; i++)
        {
            text.Append($"  n{i}: {{ agent: local://echo, depends_on: [{(i == 0 ? "" : $"n{i - 1}")}] }}\n");
        }

        var workflow = Loading.Load(text.ToString()).Workflow.ShouldNotBeNull();

        workflow.Nodes.Count.ShouldBe(Count);
        workflow.Nodes[^1].Id.ShouldBe($"n{Count - 1}");
    }

    [Fact]
    public void LoadText_OfManyLongBackEdges_Ends()
    {
        var text = new StringBuilder("name: loops\nnodes:\n  n0: { agent: local://echo }\n");
        for (var i = 1; i < 3_000; i++)
        {
            text.Append($"  n{i}: {{ agent: local://echo, depends_on: [n{i - 1}], back_edge: {{ target: n0, when: '${{n{i}.output}}' }} }}\n");
        }

        text.Append("  last: { agent: local://echo, depends_on: [none] }\n");

        Loading.Load(text.ToString()).Codes().ShouldBe([DiagnosticCatalog.UnknownDependency.Code]);
    }

    [Fact]
    public void LoadText_OfTextWithZeroCharacter_IsRefused() => Loading.Load("name: a\0b").Codes().ShouldBe([DiagnosticCatalog.NotText.Code]);

    [Fact]
    public void LoadText_OfTextThatIsTooLong_IsRefused() =>
        Loading.Load(new string('#', 6 * 1024 * 1024)).Codes().ShouldBe([DiagnosticCatalog.FileTooLarge.Code]);
}
