namespace Binex.Core.Text;

/// <summary>Which of two texts have a part.</summary>
public enum PartKind
{
    /// <summary>Both.</summary>
    Same,

    /// <summary>Only the first.</summary>
    Removed,

    /// <summary>Only the second.</summary>
    Added,
}
