namespace Binex.JsonSchema.Dialects;

/// <summary>A keyword by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Shape">Where there are schemas in its value.</param>
internal sealed record KeywordName(string Name, SubschemaShape Shape);
