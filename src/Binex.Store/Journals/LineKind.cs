namespace Binex.Store.Journals;

/// <summary>What a line of a journal is.</summary>
internal enum LineKind
{
    /// <summary>An event that this version knows.</summary>
    Known,

    /// <summary>A well-formed event that this version does not know.</summary>
    Unknown,

    /// <summary>No JSON: at the end of a file the rest of a write that was cut off.</summary>
    NotJson,

    /// <summary>JSON, but not what a journal may say.</summary>
    Broken,
}
