namespace Binex.Core.Expressions;

/// <summary>A piece of a template: literal text or a reference.</summary>
/// <param name="Literal">The text, with <c>$${</c> already read as <c>${</c>; empty for a reference.</param>
/// <param name="Reference">The reference; null for text.</param>
public sealed record TemplateSegment(string Literal, Reference? Reference);
