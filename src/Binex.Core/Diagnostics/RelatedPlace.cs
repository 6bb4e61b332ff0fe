using Binex.Core.Text;

namespace Binex.Core.Diagnostics;

/// <summary>Another place that a finding is about.</summary>
/// <param name="Message">What is there, for example "first defined here".</param>
/// <param name="Location">Where it is.</param>
public sealed record RelatedPlace(string Message, SourceLocation Location);
