using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Configuration;
using Binex.Validation.Files;
using Binex.Validation.Rendering;

namespace Binex.Validation.Tests;

/// <summary>Loads workflows for tests.</summary>
internal static class Loading
{
    public static LoadResult Load(string text, string path = "workflow.yaml", string folder = ".", ProjectConfiguration? project = null) =>
        WorkflowLoader.LoadText(path, text, new LoadOptions
        {
            Prices = new TestPrices(),
            TokenBounds = new TestTokenBounds(),
            Today = new DateOnly(2026, 6, 15),
            KeyVariable = model => model.Split('/')[0] switch { "groq" => "GROQ_API_KEY", "mistral" => "MISTRAL_API_KEY", "ollama" => null, _ => "OPENAI_API_KEY" },
            Environment = name => name is "OPENAI_API_KEY" or "KEY" ? "set" : null,
            Files = new DiskWorkflowFiles(folder),
            Project = project ?? new ProjectConfiguration(),
        });

    public static ConfigurationResult Configuration(string text) => ConfigurationLoader.LoadText(ConfigurationFile.Name, text, Repository.Root);

    /// <summary>What is said about the workflow and the configuration in a folder, as far as they are there.</summary>
    public static string RenderCase(string folder, out IReadOnlyCollection<string> codes)
    {
        var file = Path.Combine(folder, ConfigurationFile.Name);
        var configuration = File.Exists(file) ? ConfigurationLoader.Load(file, ConfigurationFile.Name) : null;
        List<Diagnostic> found = [.. configuration?.Diagnostics ?? []];
        List<SourceText> sources = [.. configuration?.Sources ?? []];
        var files = configuration is null ? 0 : 1;
        if (Directory.GetFiles(folder, "workflow.*") is [var workflow])
        {
            var result = Load(
                File.ReadAllText(workflow), Path.GetFileName(workflow), folder, configuration?.Configuration);
            (result.Workflow is null).ShouldBe(result.HasErrors);
            found.AddRange(result.Diagnostics);
            sources.AddRange(result.Sources);
            files++;
        }

        codes = [.. found.Select(diagnostic => diagnostic.Code)];
        return Render(found, sources, files);
    }

    public static IEnumerable<string> Codes(this LoadResult result) => result.Diagnostics.Select(diagnostic => diagnostic.Code);

    public static string Render(this LoadResult result) => Render(result.Diagnostics, result.Sources, 1);

    /// <summary>The text that a finding points at.</summary>
    public static string Pointed(this LoadResult result, Diagnostic diagnostic)
    {
        var source = result.Sources.Single(candidate => candidate.Path == diagnostic.Location.File);
        var start = source.OffsetOf(diagnostic.Location.Range.Start);
        return source.Text[start..source.OffsetOf(diagnostic.Location.Range.End)];
    }

    private static string Render(IReadOnlyList<Diagnostic> found, IReadOnlyList<SourceText> sources, int files)
    {
        using var output = new StringWriter();
        var writer = new DiagnosticTextWriter(output);
        writer.Write(found, sources);
        writer.WriteSummary(found, files);
        return output.ToString();
    }
}
