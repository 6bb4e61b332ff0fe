namespace Binex.Store.Journals;

/// <summary>Why a journal cannot be used as it is.</summary>
public enum JournalProblemKind
{
    /// <summary>Another process is writing it.</summary>
    Busy,

    /// <summary>A line that is not the last one is not what a journal may say.</summary>
    Broken,
}
