namespace Binex.JsonSchema.Dialects;

/// <summary>A named set of keywords that a meta-schema may switch on.</summary>
internal sealed record Vocabulary(string Name, params KeywordFamily[] Families);
