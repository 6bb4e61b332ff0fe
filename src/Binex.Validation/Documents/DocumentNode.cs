using Binex.Core.Text;

namespace Binex.Validation.Documents;

/// <summary>A value of a document, which knows where it is written. Immutable; an alias is the very node that its anchor names.</summary>
/// <param name="source">The text it is written in.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset after its last character.</param>
internal abstract class DocumentNode(SourceText source, int start, int end)
{
    /// <summary>The text it is written in.</summary>
    public SourceText Source { get; } = source;

    /// <summary>Offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>Offset after its last character; equal to <see cref="Start"/> for a value that is not written, as in <c>key:</c>.</summary>
    public int End { get; } = end;

    /// <summary>Whether an anchor or a tag stands before it, so that other places may stand for it too.</summary>
    public bool HasProperties { get; init; }

    /// <summary>How many values and characters it stands for, with aliases counted as often as they are used.</summary>
    public abstract long Weight { get; }

    /// <summary>Levels below it; 0 for a scalar and for what is empty.</summary>
    public abstract int Height { get; }

    /// <summary>Where it is written.</summary>
    public TextRange Range => Source.Range(Start, End);

    /// <summary>Where it is written, with the file.</summary>
    public SourceLocation Location => new(Source.Path, Range);
}
