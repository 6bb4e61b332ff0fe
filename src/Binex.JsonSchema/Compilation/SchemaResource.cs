using Binex.JsonSchema.Dialects;

namespace Binex.JsonSchema.Compilation;

/// <summary>A schema with a URI of its own: a document, or a part of one that has an <c>$id</c>.</summary>
internal sealed class SchemaResource(Uri baseUri, Dialect dialect)
{
    /// <summary>The base of schemas that have no URI. It never shows in a message.</summary>
    public static Uri NoPlace { get; } = new("json-schema:///");

    public Uri BaseUri { get; } = baseUri;

    public Dialect Dialect { get; set; } = dialect;

    public SchemaLocation Root { get; set; } = null!;

    /// <summary>Places by <c>$anchor</c>, <c>$dynamicAnchor</c> and the fragments of draft-07's <c>$id</c>.</summary>
    public Dictionary<string, SchemaLocation> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Places by <c>$dynamicAnchor</c>.</summary>
    public Dictionary<string, SchemaLocation> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    public string DisplayUri => Display(BaseUri);

    /// <summary>A URI as messages name it.</summary>
    public static string Display(Uri uri)
    {
        var text = uri.AbsoluteUri;
        return text.StartsWith(NoPlace.AbsoluteUri, StringComparison.Ordinal) ? text[NoPlace.AbsoluteUri.Length..] : text;
    }
}
