using Binex.Core.Text;

namespace Binex.Validation.Features;

/// <summary>A place at which a workflow uses what this version cannot run yet.</summary>
/// <param name="Name">What it is, as the workflow calls it.</param>
/// <param name="Location">Where it is written.</param>
public sealed record UnsupportedFeature(string Name, SourceLocation Location);
