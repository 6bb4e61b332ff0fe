namespace Binex.Core.Execution;

/// <summary>Sees what models say while they say it. Nothing of it is a fact: what was answered stands in the run's record.</summary>
public interface ILiveText
{
    /// <summary>Sees the line that a model is writing, without secrets; ten times a second at most for each node, from any thread. Must return at once.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="line">The line as far as it is written; hostile, as all that a model says.</param>
    void OnText(string node, string line);
}
