namespace Binex.Engine.Humans;

/// <summary>Asks people.</summary>
public interface IHumans
{
    /// <summary>Asks a person and waits for the answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer; null when nobody is there to answer.</returns>
    Task<HumanAnswer?> AskAsync(HumanQuestion question, CancellationToken cancellationToken);
}
