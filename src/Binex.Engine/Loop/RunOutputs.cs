using Binex.Core.Json;
using Binex.Core.Workflows;
using Binex.Engine.Nodes;

namespace Binex.Engine.Loop;

/// <summary>Collects what a run returns: what the workflow names, else what the nodes gave that nobody depends on.</summary>
internal sealed class RunOutputs(Keeper keeper)
{
    public async Task<IReadOnlyList<RunOutput>> CollectAsync(Workflow workflow, NodeValues values, ExecutionScope scope)
    {
        if (workflow.Outputs.Count == 0)
        {
            return OfLastNodes(workflow, values);
        }

        var outputs = new List<RunOutput>();
        foreach (var output in workflow.Outputs)
        {
            var value = output.Value.Resolve(scope);
            var known = value.Missing is null ? value.Value : JsonValues.Null;
            var kept = await keeper.KeepAsync(known, durable: true, CancellationToken.None).ConfigureAwait(false);
            outputs.Add(new RunOutput(output.Name, keeper.WithoutSecrets(known), kept.Hash));
        }

        return outputs;
    }

    private List<RunOutput> OfLastNodes(Workflow workflow, NodeValues values)
    {
        var outputs = new List<RunOutput>();
        for (var node = 0; node < workflow.Nodes.Count; node++)
        {
            if (workflow.Graph.Edges.Successors(node).Length > 0 || values[node] is not { } given)
            {
                continue;
            }

            var id = workflow.Nodes[node].Id;
            foreach (var (name, output) in given.ByName)
            {
                var shown = given.ByName.Count == 1 ? id : $"{id}.{name}";
                outputs.Add(new RunOutput(shown, keeper.WithoutSecrets(output.Value), output.Hash));
            }
        }

        return outputs;
    }
}
