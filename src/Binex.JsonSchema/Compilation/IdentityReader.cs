using System.Text.Json;
using Binex.JsonSchema.Dialects;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>Reads who a schema is: <c>$schema</c>, <c>$id</c>, <c>$anchor</c>, <c>$dynamicAnchor</c>.</summary>
internal sealed class IdentityReader(CompilationSession session)
{
    public void Read(SchemaLocation schema)
    {
        var id = ReadString(schema, "$id");
        var dialect = schema.Resource.Dialect;
        if (schema.IsDocumentRoot || id is not null)
        {
            dialect = ReadDialect(schema) ?? dialect;
        }

        if (schema.IsDocumentRoot)
        {
            schema.Resource.Dialect = dialect;
        }

        if (dialect.RefHidesSiblings && schema.Members.ContainsKey("$ref"))
        {
            return;
        }

        if (id is not null)
        {
            Identify(schema, id, dialect);
        }

        if (!dialect.HasFragmentIds)
        {
            ReadAnchor(schema, "$anchor");
            ReadAnchor(schema, "$dynamicAnchor");
        }
    }

    private Dialect? ReadDialect(SchemaLocation schema) =>
        ReadString(schema, "$schema") is { } name ? DialectReader.OfDraft(name) ?? FindDialect(schema, name) : null;

    // On its own, so that a schema of a known draft is read without loading what reads addresses.
    private Dialect? FindDialect(SchemaLocation schema, string name)
    {
        if (Uri.TryCreate(name, UriKind.Absolute, out var uri))
        {
            return session.Dialects.Find(schema, uri);
        }

        session.Errors.Add(schema, "$schema", $"must be an absolute URI, but is {Wording.Quote(name)}");
        return null;
    }

    private void Identify(SchemaLocation schema, string id, Dialect dialect)
    {
        var (path, fragment) = ReferenceResolver.Split(id);
        if (path.Length > 0)
        {
            if (!Uri.TryCreate(schema.Resource.BaseUri, path, out var uri))
            {
                session.Errors.Add(schema, "$id", $"must be a URI, but is {Wording.Quote(id)}");
                return;
            }

            schema.Resource = new SchemaResource(uri, dialect) { Root = schema };
            if (!session.Documents.TryRegister(schema.Resource))
            {
                session.Errors.Add(schema, "$id", $"names {Wording.Quote(id)} a second time; another schema has this $id");
            }
        }

        if (fragment.Length > 0 && dialect.HasFragmentIds)
        {
            AddAnchor(schema, "$id", fragment);
        }
        else if (fragment.Length > 0)
        {
            session.Errors.Add(schema, "$id", $"must not have a fragment, but is {Wording.Quote(id)}; name the place with $anchor");
        }
    }

    private void ReadAnchor(SchemaLocation schema, string keyword)
    {
        if (ReadString(schema, keyword) is not { } name)
        {
            return;
        }

        if (name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] == '_') || !name.All(IsAnchorSymbol))
        {
            var found = Wording.Quote(name);
            session.Errors.Add(schema, keyword, $"must be a letter or _ and then letters, digits, -, _ and ., but is {found}");
            return;
        }

        AddAnchor(schema, keyword, name);
        if (keyword == "$dynamicAnchor")
        {
            schema.Resource.DynamicAnchors[name] = schema;
        }
    }

    private void AddAnchor(SchemaLocation schema, string keyword, string name)
    {
        if (!schema.Resource.Anchors.TryAdd(name, schema) && schema.Resource.Anchors[name] != schema)
        {
            session.Errors.Add(schema, keyword, $"names the anchor {Wording.Quote(name)} a second time");
        }
    }

    private string? ReadString(SchemaLocation schema, string keyword)
    {
        if (!schema.Members.TryGetValue(keyword, out var member))
        {
            return null;
        }

        if (member.Value.ValueKind == JsonValueKind.String)
        {
            return JsonText.Read(member.Value);
        }

        session.Errors.Add(schema, keyword, $"must be a string, but is {Wording.Describe(member.Value)}");
        return null;
    }

    private static bool IsAnchorSymbol(char symbol) => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.' or '_';
}
