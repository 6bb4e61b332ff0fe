using System.Text.Json;
using Binex.JsonSchema.Compilation;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Annotations;

/// <summary>Keywords that never reject an instance. Their own values are checked, and nothing of them is left after compilation.</summary>
internal static class AnnotationChecks
{
    public static Keyword? Comment(SchemaSource source)
    {
        source.ReadString("$comment");
        return null;
    }

    public static Keyword? Definitions(SchemaSource source)
    {
        source.ReadSchemaMap("$defs");
        source.ReadSchemaMap("definitions");
        return null;
    }

    public static Keyword? MetaData(SchemaSource source)
    {
        source.ReadString("title");
        source.ReadString("description");
        source.ReadBoolean("readOnly");
        source.ReadBoolean("writeOnly");
        if (source.TryGet("examples", out var examples) && examples.ValueKind != JsonValueKind.Array)
        {
            source.Fail("examples", $"must be a list, but is {Wording.Describe(examples)}");
        }

        return null;
    }

    public static Keyword? Deprecated(SchemaSource source)
    {
        source.ReadBoolean("deprecated");
        return null;
    }

    public static Keyword? Content(SchemaSource source)
    {
        source.ReadString("contentEncoding");
        source.ReadString("contentMediaType");
        return null;
    }

    public static Keyword? ContentSchema(SchemaSource source)
    {
        source.ReadSchema("contentSchema");
        return null;
    }
}
