namespace Binex.Core.Plans;

/// <summary>What past runs of a workflow took, to say what is to be expected of the next.</summary>
public interface IPlanHistory
{
    /// <summary>How many completed runs there are to go by.</summary>
    int Runs { get; }

    /// <summary>How many of the runs looked at did not complete.</summary>
    int Failures { get; }

    /// <summary>How long one run takes, as the median over those that completed; null when there is none.</summary>
    TimeSpan? Duration { get; }

    /// <summary>What a node took; null when no run tells of it.</summary>
    /// <param name="node">The node's id.</param>
    NodeHistory? Of(string node);
}
