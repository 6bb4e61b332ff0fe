using System.Reflection;

namespace Binex.Cli.Editors;

/// <summary>The schemas of the files that Binex reads and writes, which are embedded in the program.</summary>
internal static class PublishedSchemas
{
    /// <summary>How the file of a schema ends, after the schema's name.</summary>
    public const string Suffix = ".schema.json";

    private const string Prefix = "schemas/";

    /// <summary>The names of all, such as <c>workflow</c>, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one.</summary>
    /// <param name="name">One of the names.</param>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix)!);
        return reader.ReadToEnd();
    }
}
