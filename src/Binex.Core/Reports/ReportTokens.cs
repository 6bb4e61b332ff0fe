namespace Binex.Core.Reports;

/// <summary>Tokens by the providers' counts.</summary>
/// <param name="Input">Of requests, cached ones included.</param>
/// <param name="CachedInput">Of requests, read from a provider's cache.</param>
/// <param name="Output">Of answers, reasoning included.</param>
/// <param name="Reasoning">Of answers, reasoning alone.</param>
public sealed record ReportTokens(long Input, long CachedInput, long Output, long Reasoning)
{
    /// <summary>None.</summary>
    public static ReportTokens Zero { get; } = new(0, 0, 0, 0);

    /// <summary>The sum.</summary>
    /// <param name="other">What is added.</param>
    public ReportTokens Plus(ReportTokens other) =>
        new(Input + other.Input, CachedInput + other.CachedInput, Output + other.Output, Reasoning + other.Reasoning);
}
