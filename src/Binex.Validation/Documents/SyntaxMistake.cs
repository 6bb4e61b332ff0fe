using Binex.Core.Text;

namespace Binex.Validation.Documents;

/// <summary>What is wrong with a text that cannot be read.</summary>
/// <param name="Range">Where.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
internal sealed record SyntaxMistake(TextRange Range, string Message, string? Hint = null);
