namespace Binex.Ci.Platforms;

/// <summary>Reads addresses from the environment.</summary>
internal static class Addresses
{
    /// <summary>The address of a web server; null when it is none.</summary>
    public static Uri? Of(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;

    /// <summary>The same as one that others are below.</summary>
    public static Uri? Folder(string? text) => text is null ? null : Of(text.TrimEnd('/') + "/");
}
