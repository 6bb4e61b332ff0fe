using Binex.Core.Text;

namespace Binex.Validation.Documents;

/// <summary>A list.</summary>
internal sealed class SequenceNode : DocumentNode
{
    /// <summary>Takes a list's items.</summary>
    public SequenceNode(SourceText source, int start, int end, IReadOnlyList<DocumentNode> items)
        : base(source, start, end)
    {
        Items = items;
        Weight = 1;
        foreach (var item in items)
        {
            Weight += item.Weight;
            Height = Math.Max(Height, item.Height + 1);
        }
    }

    /// <summary>Its items, in order.</summary>
    public IReadOnlyList<DocumentNode> Items { get; }

    /// <inheritdoc/>
    public override long Weight { get; }

    /// <inheritdoc/>
    public override int Height { get; }
}
