namespace Binex.Models.Providers;

/// <summary>Where in Google's cloud a model is asked.</summary>
/// <param name="Project">The project that pays.</param>
/// <param name="Location">The region, or <c>global</c>.</param>
internal sealed record VertexPlace(string Project, string Location)
{
    /// <summary>Reads an address that ends with <c>/v1/projects/PROJECT/locations/LOCATION/</c>; null when it does not.</summary>
    /// <param name="address">The address.</param>
    internal static VertexPlace? Of(Uri address) =>
        address.AbsolutePath.Split('/') is ["", "v1", "projects", { Length: > 0 } project, "locations", { Length: > 0 } location, ""]
            ? new VertexPlace(Uri.UnescapeDataString(project), Uri.UnescapeDataString(location))
            : null;
}
