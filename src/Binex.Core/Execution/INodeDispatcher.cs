namespace Binex.Core.Execution;

/// <summary>Runs one execution of a node, wherever that is.</summary>
public interface INodeDispatcher
{
    /// <summary>Runs it, with all its attempts.</summary>
    /// <param name="execution">What is to be run.</param>
    /// <param name="recorder">Takes the facts.</param>
    /// <param name="cancellationToken">Stops it; the outcome then says so.</param>
    /// <exception cref="IOException">A fact or an artifact could not be written; the run cannot go on.</exception>
    Task<NodeOutcome> DispatchAsync(NodeExecution execution, IRunRecorder recorder, CancellationToken cancellationToken);
}
