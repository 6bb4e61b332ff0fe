namespace Binex.JsonSchema.Patterns;

/// <summary>An ECMA-262 pattern in the syntax of .NET.</summary>
/// <param name="Text">The translated pattern.</param>
/// <param name="NeedsBacktracking">Whether it has lookarounds or backreferences.</param>
/// <param name="Problem">Why the pattern is none, in words that follow it; null if all is well.</param>
internal sealed record EcmaTranslation(string Text, bool NeedsBacktracking, string? Problem);
