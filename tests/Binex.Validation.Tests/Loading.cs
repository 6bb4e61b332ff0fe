using Binex.Core.Diagnostics;
using Binex.Validation.Files;
using Binex.Validation.Rendering;

namespace Binex.Validation.Tests;

/// <summary>Loads workflows for tests.</summary>
internal static class Loading
{
    public static LoadResult Load(string text, string path = "workflow.yaml", string folder = ".") =>
        WorkflowLoader.LoadText(path, text, new LoadOptions
        {
            Prices = new TestPrices(),
            TokenBounds = new TestTokenBounds(),
            Today = new DateOnly(2026, 6, 15),
            KeyVariable = model => model.Split('/')[0] switch { "groq" => "GROQ_API_KEY", "mistral" => "MISTRAL_API_KEY", "ollama" => null, _ => "OPENAI_API_KEY" },
            Environment = name => name is "OPENAI_API_KEY" or "KEY" ? "set" : null,
            Files = new DiskWorkflowFiles(folder),
        });

    public static IEnumerable<string> Codes(this LoadResult result) => result.Diagnostics.Select(diagnostic => diagnostic.Code);

    public static string Render(this LoadResult result)
    {
        using var output = new StringWriter();
        var writer = new DiagnosticTextWriter(output);
        writer.Write(result.Diagnostics, result.Sources);
        writer.WriteSummary(result.Diagnostics, 1);
        return output.ToString();
    }

    /// <summary>The text that a finding points at.</summary>
    public static string Pointed(this LoadResult result, Diagnostic diagnostic)
    {
        var source = result.Sources.Single(candidate => candidate.Path == diagnostic.Location.File);
        var start = source.OffsetOf(diagnostic.Location.Range.Start);
        return source.Text[start..source.OffsetOf(diagnostic.Location.Range.End)];
    }
}
