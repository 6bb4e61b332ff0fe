using Binex.JsonSchema.Dialects;

namespace Binex.JsonSchema.Compilation;

/// <summary>A schema with a URI of its own: a document, or a part of one that has an <c>$id</c>.</summary>
/// <param name="uri">The URI; null for a document that has none.</param>
/// <param name="dialect">What its keywords mean.</param>
internal sealed class SchemaResource(Uri? uri, Dialect dialect)
{
    // The base of schemas that have no URI. It never shows in a message, and is read only when something is relative to it.
    private const string NoPlace = "json-schema:///";

    public Uri BaseUri => uri ??= new Uri(NoPlace);

    /// <summary>The URI as the resource is found by it.</summary>
    public string Name => uri?.AbsoluteUri ?? NoPlace;

    public Dialect Dialect { get; set; } = dialect;

    public SchemaLocation Root { get; set; } = null!;

    /// <summary>Places by <c>$anchor</c>, <c>$dynamicAnchor</c> and the fragments of draft-07's <c>$id</c>.</summary>
    public Dictionary<string, SchemaLocation> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Places by <c>$dynamicAnchor</c>.</summary>
    public Dictionary<string, SchemaLocation> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    public string DisplayUri => Display(Name);

    /// <summary>A URI as messages name it.</summary>
    public static string Display(string uri) => uri.StartsWith(NoPlace, StringComparison.Ordinal) ? uri[NoPlace.Length..] : uri;
}
