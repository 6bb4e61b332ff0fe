using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>
/// Finds schemas that apply themselves to the same value again, directly or through others, without ever moving on to a member or item:
/// no instance could be checked against them. Depth first with three colours, and a stack of its own.
/// </summary>
internal static class CircleFinder
{
    private const int MostStepsShown = 10;

    public static void Find(IReadOnlyList<SchemaNode> nodes, CompilationErrors errors)
    {
        var finished = new Dictionary<SchemaNode, bool>();
        var path = new Stack<Step>();
        foreach (var start in nodes)
        {
            Visit(start);
            while (path.TryPeek(out var top))
            {
                if (top.Next.MoveNext())
                {
                    Visit(top.Next.Current);
                }
                else
                {
                    finished[top.Node] = true;
                    path.Pop();
                }
            }
        }

        void Visit(SchemaNode node)
        {
            if (finished.TryAdd(node, false))
            {
                path.Push(new Step(node, node.Keywords.SelectMany(keyword => keyword.InPlace).GetEnumerator()));
            }
            else if (!finished[node])
            {
                errors.Add(node.Location, Explain(path.Select(step => step.Node), node));
            }
        }
    }

    private static string Explain(IEnumerable<SchemaNode> path, SchemaNode start)
    {
        var circle = path.TakeWhile(node => node != start).Append(start).Reverse().Take(MostStepsShown).Append(start);
        var names = circle.Select(node => Wording.Quote(node.Location.AbsolutePointer));
        return $"refers to itself for the same value, so checking would never end: {string.Join(" → ", names)}";
    }

    private sealed record Step(SchemaNode Node, IEnumerator<SchemaNode> Next);
}
