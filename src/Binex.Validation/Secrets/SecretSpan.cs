namespace Binex.Validation.Secrets;

/// <summary>A secret in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Its characters.</param>
/// <param name="Kind">What it is, such as "a key of OpenAI".</param>
internal sealed record SecretSpan(int Start, int Length, string Kind);
