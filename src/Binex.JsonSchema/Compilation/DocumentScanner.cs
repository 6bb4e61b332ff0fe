using System.Text.Json;
using Binex.JsonSchema.Dialects;

namespace Binex.JsonSchema.Compilation;

/// <summary>
/// Walks the schemas of a document before any is built, since a reference may point ahead: notes what has an <c>$id</c> or an anchor,
/// and which dialect applies. Looks into the keywords of the dialect only; what looks like a schema elsewhere is data.
/// </summary>
internal sealed class DocumentScanner(CompilationSession session)
{
    private readonly List<SchemaLocation> _found = [];
    private bool _isFull;
    private readonly IdentityReader _identities = new(session);

    /// <summary>All schemas seen so far.</summary>
    public IReadOnlyList<SchemaLocation> Found => _found;

    public void Scan(SchemaLocation root)
    {
        var open = new Stack<SchemaLocation>();
        open.Push(root);
        while (open.TryPop(out var schema))
        {
            if (schema.IsScanned || !Admit(schema))
            {
                continue;
            }

            schema.IsScanned = true;
            _found.Add(schema);
            if (schema.Element.ValueKind == JsonValueKind.Object)
            {
                _identities.Read(schema);
                PushSubschemas(schema, open);
            }
        }
    }

    private bool Admit(SchemaLocation schema)
    {
        if (schema.Depth > session.Options.MaxDepth)
        {
            session.Errors.Add(schema, $"nests deeper than the {session.Options.MaxDepth} levels a schema may have");
            return false;
        }

        if (_found.Count < session.Options.MaxSubschemas)
        {
            return true;
        }

        if (!_isFull)
        {
            _isFull = true;
            session.Errors.Add(schema, $"is one schema more than the {session.Options.MaxSubschemas} that may be compiled at once");
        }

        return false;
    }

    private static void PushSubschemas(SchemaLocation schema, Stack<SchemaLocation> open)
    {
        foreach (var (keyword, member) in schema.Members)
        {
            var value = member.Value;

            // A value of the wrong kind is reported by the keyword when it is built.
            switch (schema.Resource.Dialect.ShapeOf(keyword))
            {
                case SubschemaShape.List or SubschemaShape.SchemaOrList when value.ValueKind == JsonValueKind.Array:
                    PushItems(schema.Child(keyword, value), open);
                    break;
                case SubschemaShape.Schema or SubschemaShape.SchemaOrList when value.ValueKind != JsonValueKind.Array:
                    open.Push(schema.Child(keyword, value));
                    break;
                case SubschemaShape.Map or SubschemaShape.MapOfSchemaOrNames when value.ValueKind == JsonValueKind.Object:
                    PushMembers(schema.Child(keyword, value), open);
                    break;
                default:
                    break;
            }
        }
    }

    private static void PushItems(SchemaLocation list, Stack<SchemaLocation> open)
    {
        var index = 0;
        foreach (var item in list.Element.EnumerateArray())
        {
            open.Push(list.Child(index++, item));
        }
    }

    private static void PushMembers(SchemaLocation map, Stack<SchemaLocation> open)
    {
        foreach (var (name, member) in map.Members)
        {
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                open.Push(map.Child(name, member.Value));
            }
        }
    }
}
