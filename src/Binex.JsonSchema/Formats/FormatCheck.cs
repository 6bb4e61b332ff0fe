namespace Binex.JsonSchema.Formats;

/// <summary>Whether a text has a format. Depends on nothing but the text: neither locale nor clock.</summary>
internal delegate bool FormatCheck(ReadOnlySpan<char> text);
