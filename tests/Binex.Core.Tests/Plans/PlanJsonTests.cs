using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Plans.Json;
using Binex.Core.Prices;
using Binex.Core.Reports;
using Binex.Core.Text;
using Binex.JsonSchema;
using Binex.Testing.Workflows;

namespace Binex.Core.Tests.Plans;

public sealed class PlanJsonTests
{
    [Theory]
    [InlineData("plan")]
    [InlineData("diff")]
    public void Schema_ItsOwnText_IsASchema(string name) => SchemaCompiler.Compile(ReadSchema(name)).Errors.ShouldBeEmpty();

    [Fact]
    public void Write_Plan_IsWhatTheSchemaSaysAndReadsBack()
    {
        var plan = Sample("a", "Hi") with { Gates = Findings };
        var written = PlanJson.Write(plan);

        SchemaCompiler.Compile(ReadSchema("plan")).Schema!.Validate(JsonElement.Parse(written)).ShouldBeEmpty();
        PlanJson.Write(PlanJson.Read(Encoding.UTF8.GetBytes(written), out var problem).ShouldNotBeNull(problem)).ShouldBe(written);
        JsonElement.Parse(written).GetProperty("nodes")[0].GetProperty("bounds").GetProperty("max").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public void Write_Difference_IsWhatTheSchemaSaysAndReadsBack()
    {
        var before = new CostSide("main", Sample("a", "Hi")) { Measured = MeasuredCost.Of([new Money(1), new Money(2)]) };
        var difference = PlanDiff.Between(before, new CostSide("now", Sample("b", "Hello there"))) with { Gates = Findings };

        var written = PlanJson.Write(difference);

        SchemaCompiler.Compile(ReadSchema("diff")).Schema!.Validate(JsonElement.Parse(written)).ShouldBeEmpty();
        PlanJson.Write(PlanJson.ReadDifference(Encoding.UTF8.GetBytes(written), out var problem).ShouldNotBeNull(problem)).ShouldBe(written);
    }

    private static GateFinding[] Findings { get; } =
    [
        new("max_cost", GateVerdict.Failed, "too much") { Node = "a", Location = "flow.yaml:3:5" },
        new("max_increase", GateVerdict.NotChecked, "no baseline"),
        new("min_success", GateVerdict.Passed, "all of them"),
    ];

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"schemaVersion": 1}""")]
    [InlineData("""{"schemaVersion": 2, "workflow": "x", "bounds": {"min": "0"}, "nodes": []}""")]
    [InlineData("""{"workflow": "x", "bounds": {"min": "0"}, "nodes": [null]}""")]
    [InlineData("""{"workflow": "x", "bounds": {"min": "much"}, "nodes": []}""")]
    [InlineData("""{"workflow": "x", "bounds": {"min": "79228162514264337593543950335"}, "nodes": []}""")]
    public void Read_WhatIsNoPlan_SaysSo(string text)
    {
        PlanJson.Read(Encoding.UTF8.GetBytes(text), out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Read_ByteOrderMarkInFront_IsLeftOut() =>
        PlanJson.Read(Encoding.UTF8.GetBytes("\uFEFF" + PlanJson.Write(Sample("a", "Hi"))), out var problem).ShouldNotBeNull(problem);

    [Theory]
    [InlineData("assumptions")]
    [InlineData("nodes")]
    [InlineData("gates")]
    public void Read_ListThatIsNull_SaysWhere(string list)
    {
        var plan = JsonNode.Parse(PlanJson.Write(Sample("a", "Hi") with { Gates = Findings }))!;
        plan[list] = null;

        PlanJson.Read(Encoding.UTF8.GetBytes(plan.ToJsonString()), out var problem).ShouldBeNull();

        problem.ShouldStartWith($"it is not a plan: /{list} ");
    }

    [Theory]
    [InlineData("plan", typeof(Plan))]
    [InlineData("diff", typeof(PlanDiff))]
    public void Schema_Definitions_NameEveryMemberThatIsWritten(string name, Type root)
    {
        var schema = ReadSchema(name);
        var options = name == "plan" ? PlanJsonContext.Default.Options : DiffJsonContext.Default.Options;
        var open = new Queue<Type>([root]);
        var seen = new HashSet<Type>(open);
        while (open.TryDequeue(out var type))
        {
            var contract = options.GetTypeInfo(type);
            var described = type == root ? schema : schema.GetProperty("$defs").GetProperty(JsonNamingPolicy.CamelCase.ConvertName(type.Name));
            // Of a plan only what can be read back is written; of a difference its sums as well.
            var written = contract.Properties.Where(property => name == "diff" ? property.Get is not null : property.Set is not null || property.AssociatedParameter is not null).ToList();
            described.GetProperty("properties").EnumerateObject().Select(property => property.Name)
                .ShouldBe(written.Select(property => property.Name), ignoreOrder: true, customMessage: type.Name);
            foreach (var member in written.Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            {
                var item = member.IsGenericType ? member.GetGenericArguments()[0] : member;
                if (options.GetTypeInfo(item).Kind == JsonTypeInfoKind.Object && item != typeof(SourceLocation) && seen.Add(item))
                {
                    open.Enqueue(item);
                }
            }
        }
    }

    private static Plan Sample(string id, string prompt)
    {
        var node = WorkflowBuilder.NodeOf(id, "llm://plain", prompt: prompt, change: node => node with
        {
            OutputSchema = JsonElement.Parse("{}"),
            Location = new SourceLocation("flows/a.yaml", TextRange.FileStart),
        });
        var prices = new FixedPrices(new ModelPrice("plain", "p", new PriceRates(1, 10)) { MaxInputTokens = 100_000 });
        var workflow = new WorkflowBuilder().Node(node).Node("out", "a2a://host", [id]).Build();
        return PlanBuilder.Build(workflow, prices, new ByteBounds(), new Dictionary<string, JsonElement>()) with
        {
            Tool = new ReportTool("binex", "1.0"),
            PriceBook = new ReportPriceBook("2026-03-01", new string('9', 64)),
            Source = new PlanSource("flows/a.yaml", new string('5', 64), new PlanGit(new string('c', 40), "main", null)),
        };
    }

    private static JsonElement ReadSchema(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "schemas")))
        {
            folder = folder.Parent;
        }

        return JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder!.FullName, "schemas", "v1", $"{name}.schema.json")));
    }
}
