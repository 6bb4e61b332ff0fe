using Binex.JsonSchema;

namespace Binex.Validation.Schema;

/// <summary>The published schema of the workflow format, which is embedded in this assembly.</summary>
public static class WorkflowSchema
{
    private static readonly EmbeddedSchema Schema = new("workflow.schema.json");

    /// <summary>The schema ready to validate; compiled when it is first asked for.</summary>
    public static CompiledSchema Compiled => Schema.Compiled;

    /// <summary>Opens the text of the schema, for editors and for <c>binex schema</c>.</summary>
    public static Stream Open() => Schema.Open();
}
