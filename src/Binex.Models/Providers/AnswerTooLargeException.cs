namespace Binex.Models.Providers;

/// <summary>A provider sent more than an answer can be.</summary>
/// <param name="bytes">How much is taken.</param>
internal sealed class AnswerTooLargeException(long bytes) : IOException($"the answer is larger than {bytes} bytes");
