using Binex.Core.Text;

namespace Binex.Validation.Configuration;

/// <summary>A value that is written in <c>binex.yaml</c>.</summary>
/// <param name="Key">The keys that lead to it, joined by dots.</param>
/// <param name="Value">The value as it is written, lists in brackets; a key that is no reference is masked.</param>
/// <param name="Location">Where it is written.</param>
public sealed record WrittenValue(string Key, string Value, SourceLocation Location);
