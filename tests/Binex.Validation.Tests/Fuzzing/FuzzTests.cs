using System.Text.Json;
using Binex.Core.Expressions;
using Binex.JsonSchema;

namespace Binex.Validation.Tests.Fuzzing;

/// <summary>Whatever is fed to the readers, the schema validator and the expression parser: no crash, nothing takes a second or 500 MB.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly LongValues Values = new();

    [Fact]
    public async Task Reader_OfAnyYaml_KeepsItsLimits() => await RunAsync(6_000, FuzzInputs.Yaml, text => Loading.Load(text).Render().ShouldNotBeEmpty());

    [Fact]
    public async Task Reader_OfAnyJson_KeepsItsLimits() => await RunAsync(6_000, FuzzInputs.Json, text => Loading.Load(text, "workflow.json").Render().ShouldNotBeEmpty());

    [Fact]
    public async Task Validator_OfAnySchemaAndInstance_KeepsItsLimits() => await RunAsync(4_000, FuzzInputs.Schema, text =>
    {
        var split = text.IndexOf('\n', StringComparison.Ordinal);
        if (Parse(text[..split]) is { } schema && SchemaCompiler.Compile(schema).Schema is { } compiled && Parse(text[(split + 1)..]) is { } instance)
        {
            compiled.Validate(instance);
        }
    });

    [Fact]
    public async Task Expressions_OfAnyText_KeepTheirLimits() => await RunAsync(6_000, FuzzInputs.Condition, text =>
    {
        var condition = Expression.Parse(text);
        if (condition.Errors.Count == 0)
        {
            condition.Evaluate(Values);
        }

        if (TextTemplate.Parse(text) is { Errors.Count: 0 } template)
        {
            template.Resolve(Values);
        }
    });

    private async Task RunAsync(int count, Func<Random, string> make, Action<string> feed) =>
        output.WriteLine(await FuzzRun.OfAsync(count, make, feed));

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = 5_000 });
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
