using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Binex.Core.Reports;
using Binex.Core.Reports.Json;
using Binex.JsonSchema;
using Binex.Testing.Journals;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Reports;

public sealed class ReportSchemaTests
{
    private static readonly JsonElement SchemaJson = ReadSchema();

    [Fact]
    public void Schema_ItsOwnText_IsASchema() => SchemaCompiler.Compile(SchemaJson).Errors.ShouldBeEmpty();

    [Fact]
    public void Write_AnyReport_IsWhatTheSchemaSays()
    {
        var schema = SchemaCompiler.Compile(SchemaJson).Schema.ShouldNotBeNull();
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 20], Gen.Double[0, 1]).Holds(
            100,
            (seed, nodes, share) =>
            {
                var (workflow, entries, artifacts) = JournalGenerator.Make(seed, nodes);
                var beginning = entries.Take((int)(entries.Count * share) + 1).ToList();
                var report = ReportProjector.ProjectAsync(workflow, beginning, artifacts, new ReportOptions(), CancellationToken.None).GetAwaiter().GetResult();

                schema.Validate(JsonElement.Parse(ReportJson.Write(report))).ShouldBeEmpty();
            });
    }

    [Fact]
    public void Schema_Definitions_NameEveryMemberThatIsWritten()
    {
        var definitions = SchemaJson.GetProperty("$defs");
        var open = new Queue<Type>([typeof(RunReport)]);
        var seen = new HashSet<Type>(open);
        while (open.TryDequeue(out var type))
        {
            var contract = ReportJsonContext.Default.Options.GetTypeInfo(type);
            if (contract.Kind == JsonTypeInfoKind.Enumerable)
            {
                Add(contract.ElementType!);
            }

            if (contract.Kind != JsonTypeInfoKind.Object)
            {
                continue;
            }

            var definition = type == typeof(RunReport) ? SchemaJson : definitions.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(type.Name));
            var written = contract.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToList();
            definition.GetProperty("properties").EnumerateObject().Select(property => property.Name)
                .ShouldBe(written.Select(property => property.Name), ignoreOrder: true, customMessage: type.Name);
            written.ForEach(property => Add(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }

        void Add(Type type)
        {
            if (seen.Add(type))
            {
                open.Enqueue(type);
            }
        }
    }

    private static JsonElement ReadSchema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Binex.Tools.sln")))
        {
            folder = folder.Parent;
        }

        return JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder!.FullName, "schemas", "v1", "report.schema.json")));
    }
}
