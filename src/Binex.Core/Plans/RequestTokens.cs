namespace Binex.Core.Plans;

/// <summary>What is known of the tokens of a node's requests before anything ran.</summary>
/// <param name="Known">The bound of what is known of its texts, for what is expected and never for what is promised.</param>
/// <param name="Most">The bound of the whole request; null when its texts are not all known.</param>
internal readonly record struct RequestTokens(long Known, long? Most);
