using System.Text;
using System.Text.Json;
using Binex.Core.Execution;
using Binex.Core.Json;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Nodes;

namespace Binex.Engine.Loop;

/// <summary>Brings back the values that nodes gave in an earlier process.</summary>
internal static class RestoredValues
{
    /// <summary>Loads the outputs of every node that has some.</summary>
    /// <exception cref="IOException">An artifact that the journal names is gone or damaged.</exception>
    public static async Task LoadAsync(RunRequest request, RunState state, NodeValues values)
    {
        // The same content may be kept as text by one node and as JSON by another.
        var areText = request.History.Select(entry => entry.Event)
            .OfType<ArtifactStored>()
            .Where(stored => stored.MediaType == Keeper.TextType)
            .Select(stored => (stored.Node, stored.Name, stored.Hash))
            .ToHashSet();
        for (var node = 0; node < request.Workflow.Nodes.Count; node++)
        {
            if (state.OutputsOf(node) is not { } hashes)
            {
                continue;
            }

            var outputs = new OrderedDictionary<string, OutputValue>();
            foreach (var (name, hash) in hashes)
            {
                var content = await request.Artifacts.GetAsync(hash, CancellationToken.None).ConfigureAwait(false)
                    ?? throw new IOException(
                        $"the output '{name}' of node '{request.Workflow.Nodes[node].Id}' cannot be resumed from: "
                        + $"its artifact {hash} is gone or damaged");
                var isText = areText.Contains((request.Workflow.Nodes[node].Id, name, hash));
                var value = isText ? JsonValues.From(Encoding.UTF8.GetString(content)) : JsonElement.Parse(content, JsonText.DocumentOptions);
                outputs[name] = new OutputValue(value, hash);
            }

            values[node] = new NodeOutputs(outputs);
        }
    }
}
