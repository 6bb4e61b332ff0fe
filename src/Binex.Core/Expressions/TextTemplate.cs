using System.Text;
using Binex.Core.Json;

namespace Binex.Core.Expressions;

/// <summary>A text with references in it.</summary>
public sealed class TextTemplate
{
    // Many references to one long value make a text that no memory holds.
    private const int LongestText = 16 * 1024 * 1024;

    private readonly TemplateSegment[] _segments;

    private TextTemplate(string source, List<TemplateSegment> segments, List<SyntaxError> errors)
    {
        Source = source;
        _segments = [.. segments];
        Errors = errors;
        References = (Reference[])[.. segments.Select(segment => segment.Reference).OfType<Reference>()];
    }

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    /// <summary>Its pieces, in order.</summary>
    public IReadOnlyList<TemplateSegment> Segments => _segments;

    /// <summary>Its references, in order.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Its mistakes; what could not be read stands as text.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>Whether it has no references.</summary>
    public bool IsConstant => References.Count == 0;

    /// <summary>Reads a template. Never fails: mistakes are in <see cref="Errors"/>.</summary>
    /// <param name="text">The text.</param>
    public static TextTemplate Parse(string text)
    {
        var segments = new List<TemplateSegment>();
        var errors = new List<SyntaxError>();
        var literal = new StringBuilder();
        var position = 0;
        while (position < text.Length)
        {
            var dollar = text.IndexOf("${", position, StringComparison.Ordinal);
            if (dollar < 0)
            {
                break;
            }

            if (dollar > position && text[dollar - 1] == '$')
            {
                literal.Append(text, position, dollar - position - 1).Append("${");
                position = dollar + 2;
                continue;
            }

            literal.Append(text, position, dollar - position);
            if (ReferenceParser.Parse(text, dollar, out var end, out var error) is { } reference)
            {
                Flush(segments, literal);
                segments.Add(new TemplateSegment("", reference));
            }
            else
            {
                errors.Add(error!);
                literal.Append(text, dollar, end - dollar);
            }

            position = end;
        }

        literal.Append(text, position, text.Length - position);
        Flush(segments, literal);
        return new TextTemplate(text, segments, errors);
    }

    /// <summary>
    /// Puts values in place of references. A template that is one reference and nothing else keeps the type of what it refers to;
    /// every other one becomes a string.
    /// </summary>
    /// <param name="source">Where values come from.</param>
    /// <returns>The value, or the sentence that says which reference has none or makes the text too long.</returns>
    public ReferenceValue Resolve(IReferenceSource source)
    {
        if (_segments is [{ Reference: { } only }])
        {
            return only.ResolveFrom(source);
        }

        var text = new StringBuilder();
        foreach (var segment in _segments)
        {
            if (segment.Reference is null)
            {
                text.Append(segment.Literal);
                continue;
            }

            var value = segment.Reference.ResolveFrom(source);
            if (value.Missing is not null)
            {
                return value;
            }

            text.Append(JsonValues.ToText(value.Value));
            if (text.Length > LongestText)
            {
                return ReferenceValue.NotFound($"with {segment.Reference} the text has more than {LongestText:N0} characters");
            }
        }

        return ReferenceValue.Of(JsonValues.From(text.ToString()));
    }

    /// <inheritdoc/>
    public override string ToString() => Source;

    private static void Flush(List<TemplateSegment> segments, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            segments.Add(new TemplateSegment(literal.ToString(), null));
            literal.Clear();
        }
    }
}
