using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Compilation;

/// <summary>Finds the schema that <c>$ref</c> or <c>$dynamicRef</c> points at, or says why there is none.</summary>
internal sealed class ReferenceResolver(CompilationSession session)
{
    /// <summary>A URI reference as what comes before the # and what comes after it.</summary>
    public static (string Path, string Fragment) Split(string reference)
    {
        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? (reference, "") : (reference[..mark], Unescape(reference[(mark + 1)..]));
    }

    private static string Unescape(string fragment) =>
        fragment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment) : fragment;

    /// <summary>Resolves the value of a keyword.</summary>
    /// <returns>A place that has been read as a schema; null if there is none, which is then reported.</returns>
    public SchemaLocation? Resolve(SchemaLocation from, string keyword, string reference)
    {
        var (path, fragment) = Split(reference);
        if (FindResource(from, keyword, path) is not { } resource)
        {
            return null;
        }

        var target = fragment.Length == 0 ? resource.Root
            : fragment[0] == '/' ? FollowPointer(from, keyword, resource, fragment)
            : FindAnchor(from, keyword, resource, fragment);
        if (target is null)
        {
            return null;
        }

        // A place past one of the limits is reported there, and not followed: a resolver may have schemas without end.
        session.Scanner.Scan(target);
        return target.IsScanned ? target : null;
    }

    private SchemaResource? FindResource(SchemaLocation from, string keyword, string path)
    {
        if (path.Length == 0)
        {
            return from.Resource;
        }

        if (!Uri.TryCreate(from.Resource.BaseUri, path, out var uri))
        {
            session.Errors.Add(from, keyword, $"must be a URI reference, but is {Wording.Quote(path)}");
            return null;
        }

        var resource = session.Documents.Find(uri, from.Resource.Dialect);
        if (resource is null)
        {
            var name = Wording.Quote(SchemaResource.Display(uri.AbsoluteUri));
            session.Errors.Add(
                from,
                keyword,
                $"refers to {name}, which is unknown: no schema here has that $id, and the resolver has none of that name");
        }

        return resource;
    }

    private SchemaLocation? FollowPointer(SchemaLocation from, string keyword, SchemaResource resource, string pointer)
    {
        if (!JsonPointer.TrySplit(pointer, out var tokens))
        {
            session.Errors.Add(from, keyword, $"refers to {Wording.Quote(pointer)}, which is no JSON Pointer");
            return null;
        }

        var place = resource.Root;
        foreach (var token in tokens)
        {
            if (place.Find(token) is not { } next)
            {
                var name = Wording.Quote($"{resource.DisplayUri}#{pointer}");
                var missing = $"there is no {Wording.Quote(token)} in {Wording.Quote(place.AbsolutePointer)}";
                session.Errors.Add(from, keyword, $"refers to {name}, but {missing}", place.MemberNames);
                return null;
            }

            place = next;
        }

        return place;
    }

    private SchemaLocation? FindAnchor(SchemaLocation from, string keyword, SchemaResource resource, string anchor)
    {
        if (resource.Anchors.TryGetValue(anchor, out var target))
        {
            return target;
        }

        session.Errors.Add(
            from,
            keyword,
            $"refers to the anchor {Wording.Quote(anchor)}, but {Wording.Quote($"{resource.DisplayUri}#")} has none of that name",
            [.. resource.Anchors.Keys]);
        return null;
    }
}
