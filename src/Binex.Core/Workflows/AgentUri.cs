namespace Binex.Core.Workflows;

/// <summary>What does a node's work, such as <c>llm://gpt-4o</c>.</summary>
/// <param name="Scheme">Everything before <c>://</c>.</param>
/// <param name="Target">Everything after <c>://</c>.</param>
public sealed record AgentUri(string Scheme, string Target)
{
    /// <summary>Whether it is a chat call.</summary>
    public bool IsModel => Scheme == "llm";

    /// <summary>Reads an agent URI; null when it has no <c>://</c> or nothing before it.</summary>
    /// <param name="text">The text.</param>
    public static AgentUri? Parse(string text)
    {
        var split = text.IndexOf("://", StringComparison.Ordinal);
        return split <= 0 ? null : new AgentUri(text[..split], text[(split + 3)..]);
    }

    /// <summary>The URI as it is written.</summary>
    public override string ToString() => $"{Scheme}://{Target}";
}
