namespace Binex.Cli.Output;

/// <summary>The formats as they are written on the command line.</summary>
internal static class OutputFormats
{
    private const string TemplatePrefix = "template:";

    /// <summary>What a command takes whose answer is findings.</summary>
    public const string OfFindings = "text, json, sarif, github, msbuild, junit, template:FILE";

    /// <summary>The format of a name; null for no such name.</summary>
    public static OutputFormat? Parse(string? name) => name switch
    {
        "text" => OutputFormat.Text,
        "json" => OutputFormat.Json,
        "md" => OutputFormat.Markdown,
        "csv" => OutputFormat.Csv,
        "sarif" => OutputFormat.Sarif,
        "github" => OutputFormat.GitHub,
        "msbuild" => OutputFormat.MsBuild,
        "junit" => OutputFormat.JUnit,
        _ => TemplateFile(name) is null ? null : OutputFormat.Template,
    };

    /// <summary>The file of <c>template:FILE</c>; null for another format.</summary>
    public static string? TemplateFile(string? name) =>
        name is not null && name.Length > TemplatePrefix.Length && name.StartsWith(TemplatePrefix, StringComparison.Ordinal)
            ? name[TemplatePrefix.Length..]
            : null;

    /// <summary>The format that arguments ask for; asked before they are parsed, because parsing them is what may have failed.</summary>
    public static OutputFormat Asked(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i] switch
            {
                "--format" or "-f" => i + 1 < args.Length ? args[i + 1] : null,
                ['-', '-', 'f', 'o', 'r', 'm', 'a', 't', '=' or ':', .. var rest] => rest,
                ['-', 'f', '=' or ':', .. var rest] => rest,
                _ => null,
            };
            if (Parse(name) is { } format)
            {
                return format;
            }
        }

        return OutputFormat.Text;
    }
}
