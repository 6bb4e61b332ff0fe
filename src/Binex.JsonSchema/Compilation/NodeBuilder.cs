using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>Builds the graph of schemas. A queue instead of recursion: references may form circles, and schemas may nest deep.</summary>
internal sealed class NodeBuilder(CompilationSession session)
{
    private readonly List<SchemaNode> _all = [];
    private readonly Queue<SchemaLocation> _open = new();

    public IReadOnlyList<SchemaNode> All => _all;

    /// <summary>The schema of a place; built later, if it is new.</summary>
    public SchemaNode NodeAt(SchemaLocation location)
    {
        if (location.Node is null)
        {
            location.Node = new SchemaNode(location);
            _all.Add(location.Node);
            _open.Enqueue(location);
        }

        return location.Node;
    }

    /// <summary>Builds a schema and all it refers to, and some others.</summary>
    public SchemaNode Build(SchemaLocation root, IReadOnlyList<SchemaLocation> others)
    {
        var node = NodeAt(root);
        foreach (var location in others)
        {
            NodeAt(location);
        }

        while (_open.TryDequeue(out var location))
        {
            BuildOne(location);
        }

        return node;
    }

    private void BuildOne(SchemaLocation location)
    {
        switch (location.Element.ValueKind)
        {
            case JsonValueKind.Object:
                var (keywords, tracks) = ReadKeywords(new SchemaSource(location, session));
                location.Node!.Complete(keywords, tracks);
                break;
            case JsonValueKind.True:
                break;
            case JsonValueKind.False:
                location.Node!.CompleteAsNever();
                break;
            default:
                var found = Wording.Describe(location.Element);
                session.Errors.Add(location, $"must be a schema, which is an object, true or false, but is {found}");
                break;
        }
    }

    private (Keyword[] Keywords, bool Tracks) ReadKeywords(SchemaSource source)
    {
        var keywords = new List<Keyword>();
        var tracks = false;
        foreach (var family in source.Dialect.FamiliesFor(source))
        {
            if (family.Build(source) is { } keyword)
            {
                keywords.Add(keyword);
                tracks |= family.Tracks;
            }
        }

        // A dynamic reference may end at any of these, whether or not something else refers to it.
        foreach (var anchor in source.Location.Resource.DynamicAnchors.Values)
        {
            NodeAt(anchor);
        }

        return ([.. keywords], tracks);
    }
}
