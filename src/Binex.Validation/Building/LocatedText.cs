using Binex.Core.Text;
using Binex.Validation.Documents;

namespace Binex.Validation.Building;

/// <summary>A text of the workflow that knows where each of its characters is written: a scalar, or a file that one names.</summary>
internal sealed class LocatedText
{
    private readonly ScalarNode? _scalar;
    private readonly SourceText? _file;

    /// <summary>The text of a scalar.</summary>
    public LocatedText(ScalarNode scalar)
    {
        _scalar = scalar;
        Value = scalar.Value;
    }

    /// <summary>The text of a file.</summary>
    public LocatedText(SourceText file)
    {
        _file = file;
        Value = file.Text;
    }

    /// <summary>The characters.</summary>
    public string Value { get; }

    /// <summary>Where a part of it is written.</summary>
    /// <param name="offset">Offset in <see cref="Value"/>.</param>
    /// <param name="length">How many UTF-16 units.</param>
    public SourceLocation Locate(int offset, int length) =>
        _scalar?.LocationOf(offset, length) ?? new SourceLocation(_file!.Path, _file.Range(offset, offset + length));
}
