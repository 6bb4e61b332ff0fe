using System.Text.Json;
using Binex.JsonSchema.Dialects;

namespace Binex.JsonSchema.Compilation;

/// <summary>The schema resources of a compilation by URI: embedded ones, built-in ones, and what the resolver hands out.</summary>
internal sealed class DocumentStore(CompilationSession session)
{
    private readonly Dictionary<string, SchemaResource?> _resources = new(StringComparer.Ordinal);

    /// <summary>Takes in a document and everything that is named in it.</summary>
    public SchemaLocation Add(JsonElement document, Uri? uri, Dialect dialect)
    {
        var resource = new SchemaResource(uri, dialect);
        var root = new SchemaLocation(document, resource);
        var name = resource.Name;
        _resources[name] = resource;
        session.Scanner.Scan(root);

        // An $id at the root has made another resource of it by now; both names mean that one.
        _resources[name] = root.Resource;
        return root;
    }

    /// <summary>Names a resource. False if another one has that name.</summary>
    public bool TryRegister(SchemaResource resource)
    {
        if (_resources.TryGetValue(resource.Name, out var other) && other is not null && other.Root != resource.Root)
        {
            return false;
        }

        _resources[resource.Name] = resource;
        return true;
    }

    /// <summary>Finds a resource, and loads its document if need be.</summary>
    /// <param name="uri">An absolute URI without fragment.</param>
    /// <param name="dialect">The dialect of a document that does not say.</param>
    public SchemaResource? Find(Uri uri, Dialect dialect)
    {
        if (_resources.TryGetValue(uri.AbsoluteUri, out var known))
        {
            return known;
        }

        var document = MetaSchemas.Find(uri) ?? session.Options.Resolver?.Resolve(uri)?.Clone();
        if (document is not { ValueKind: not JsonValueKind.Undefined })
        {
            _resources[uri.AbsoluteUri] = null;
            return null;
        }

        Add(document.Value, uri, dialect);
        return _resources[uri.AbsoluteUri];
    }
}
