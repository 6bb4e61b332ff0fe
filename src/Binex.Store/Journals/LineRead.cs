namespace Binex.Store.Journals;

/// <summary>How a line was read.</summary>
internal enum LineRead
{
    /// <summary>With its line feed.</summary>
    Complete,

    /// <summary>The file ends before the line does.</summary>
    Torn,

    /// <summary>It is longer than a line may be.</summary>
    TooLong,

    /// <summary>There is none any more.</summary>
    End,
}
