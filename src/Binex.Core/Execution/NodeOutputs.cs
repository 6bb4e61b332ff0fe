namespace Binex.Core.Execution;

/// <summary>What one execution of a node gave.</summary>
/// <param name="ByName">Values by the output's name, in document order.</param>
public sealed record NodeOutputs(IReadOnlyDictionary<string, OutputValue> ByName)
{
    /// <summary>Nothing at all.</summary>
    public static NodeOutputs None { get; } = new(new Dictionary<string, OutputValue>());

    /// <summary>Hashes by the output's name.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; } = ByName.ToDictionary(output => output.Key, output => output.Value.Hash);
}
