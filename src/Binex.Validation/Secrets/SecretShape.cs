namespace Binex.Validation.Secrets;

/// <summary>A kind of secret that is known by its beginning.</summary>
/// <param name="Start">How it begins.</param>
/// <param name="Least">Its characters at least, the beginning included.</param>
/// <param name="Kind">What it is, such as "a key of OpenAI".</param>
internal sealed record SecretShape(string Start, int Least, string Kind);
