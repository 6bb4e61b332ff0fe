using Binex.Core.Expressions;

namespace Binex.Core.Configuration;

/// <summary>An endpoint of the project's own.</summary>
/// <param name="Name">Prefix of its models, as in <c>llm://my-gateway/large</c>.</param>
/// <param name="BaseUrl">Where it is; may refer to environment variables.</param>
/// <param name="ApiKey">Its key, as a reference to an environment variable; null where it wants none. Resolved when a call is sent, and kept nowhere.</param>
public sealed record ProviderSettings(string Name, TextTemplate BaseUrl, TextTemplate? ApiKey)
{
    /// <summary>The protocol that it speaks; null for that of the known provider with its name, else OpenAI's.</summary>
    public ProviderKind? Kind { get; init; }

    /// <summary>The settings without the key; what is printed is what may be read.</summary>
    public override string ToString() => $"{Name} at {BaseUrl}";
}
