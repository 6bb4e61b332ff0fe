namespace Binex.Cli.Output;

/// <summary>The pages of docs/diagnostics, which are embedded in this assembly.</summary>
internal static class DiagnosticPages
{
    /// <summary>The page of a code, in Markdown.</summary>
    public static string TextOf(string code)
    {
        using var stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream($"diagnostics/{code}.md")
            ?? throw new InvalidOperationException($"the page of {code} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
