namespace Binex.Store.Journals;

/// <summary>Why a journal cannot be used as it is.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Message">What is wrong, where and what to do, for a person.</param>
public sealed record JournalProblem(JournalProblemKind Kind, string Message)
{
    /// <summary>The line it is about, from 1; null when it is about none.</summary>
    public long? Line { get; init; }
}
