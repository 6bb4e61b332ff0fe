using Binex.Core.Workflows;

namespace Binex.Bench;

/// <summary>Makes the graphs that are measured.</summary>
internal static class Graphs
{
    public static Workflow Chain(int count) => Of("chain", count, i => i == 0 ? [] : [i - 1]);

    public static Workflow Fan(int count) => Of("fan", count, i => i == 0 ? [] : i < count - 1 ? [0] : [.. Enumerable.Range(1, count - 2)]);

    public static Workflow Random(int count)
    {
        var random = new Random(count);
        return Of("random", count, i => [.. Enumerable.Range(0, Math.Min(i, random.Next(4))).Select(_ => random.Next(Math.Max(0, i - 100), i)).Distinct()]);
    }

    public static Workflow Of(string name, int count, Func<int, int[]> dependencies, Func<int, Node, Node>? change = null)
    {
        var noop = AgentUri.Parse("local://noop")!;
        var nodes = Enumerable.Range(0, count).Select(i =>
        {
            var node = new Node { Id = $"n{i}", Agent = noop, DependsOn = [.. dependencies(i).Select(dependency => $"n{dependency}")] };
            return change is null ? node : change(i, node);
        });
        return new Workflow(name, [.. nodes]);
    }
}
