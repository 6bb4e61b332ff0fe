using System.Text.Json;
using Binex.JsonSchema;

namespace Binex.Validation.Schema;

/// <summary>The published schema of the workflow format, which is embedded in this assembly.</summary>
public static class WorkflowSchema
{
    private const string Resource = "workflow.schema.json";

    private static readonly Lazy<CompiledSchema> Lazy = new(Compile);

    /// <summary>The schema ready to validate; compiled when it is first asked for.</summary>
    public static CompiledSchema Compiled => Lazy.Value;

    /// <summary>Compiles it on a thread of its own, while the caller does something else.</summary>
    public static void CompileOnAnotherThread() => new Thread(static () => _ = Compiled) { IsBackground = true, Name = "schema" }.Start();

    /// <summary>Opens the text of the schema, for editors and for <c>binex schema</c>.</summary>
    public static Stream Open() =>
        typeof(WorkflowSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");

    private static CompiledSchema Compile()
    {
        using var stream = Open();
        using var document = JsonDocument.Parse(stream);
        var compilation = SchemaCompiler.Compile(document.RootElement);
        return compilation.Schema ?? throw new InvalidOperationException($"{Resource} is wrong: {string.Join("; ", compilation.Errors)}");
    }
}
