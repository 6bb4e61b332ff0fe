namespace Binex.Core.Runs.Events;

/// <summary>A fact about a run. Facts are appended to the journal and never changed.</summary>
public abstract record RunEvent
{
    /// <summary>Whether the fact must be on the disk, not only with the operating system, before the next step.</summary>
    public virtual bool IsDurable => false;
}
