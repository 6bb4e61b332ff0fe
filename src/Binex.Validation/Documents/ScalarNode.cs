using System.Globalization;
using Binex.Core.Text;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Documents;

/// <summary>A text, number, boolean or null.</summary>
internal sealed class ScalarNode(SourceText source, int start, int end, string value, ScalarForm form, ScalarType type)
    : DocumentNode(source, start, end)
{
    private ScalarMap? _map;

    /// <summary>Its characters, escapes and folding resolved.</summary>
    public string Value { get; } = value;

    /// <summary>How it is written.</summary>
    public ScalarForm Form { get; } = form;

    /// <summary>Its type.</summary>
    public ScalarKind Kind => type.Kind;

    /// <summary>A number as JSON writes it; null for everything else.</summary>
    public string? NumberText => type.NumberText;

    /// <summary>Whether it is text.</summary>
    public bool IsText => Kind == ScalarKind.Text;

    /// <inheritdoc/>
    public override long Weight => Value.Length + 1;

    /// <inheritdoc/>
    public override int Height => 0;

    /// <summary>The number, or null when it is none or too large.</summary>
    public decimal? Number =>
        decimal.TryParse(NumberText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether it is the boolean true; null when it is no boolean.</summary>
    public bool? Flag => Kind == ScalarKind.Boolean ? Value[0] is 't' or 'T' : null;

    /// <summary>Where a part of <see cref="Value"/> is written: exact in every form, within blocks and between escapes too.</summary>
    /// <param name="offset">Offset in <see cref="Value"/>.</param>
    /// <param name="length">How many UTF-16 units.</param>
    public TextRange RangeOf(int offset, int length)
    {
        _map ??= ScalarMap.Of(this);
        return _map.IsExact ? Source.Range(_map.StartOf(offset), _map.EndOf(offset, length)) : Range;
    }

    /// <summary>As <see cref="RangeOf"/>, with the file.</summary>
    public SourceLocation LocationOf(int offset, int length) => new(Source.Path, RangeOf(offset, length));
}
