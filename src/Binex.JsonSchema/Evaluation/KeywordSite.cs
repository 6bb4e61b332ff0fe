using Binex.JsonSchema.Compilation;

namespace Binex.JsonSchema.Evaluation;

/// <summary>Where a keyword is written.</summary>
internal sealed record KeywordSite(SchemaLocation Schema, string Name)
{
    public string Pointer => JsonPointer.Append(Schema.AbsolutePointer, Name);

    public SchemaError Error(string instancePointer, string message) => new(instancePointer, Pointer, Name, message);
}
