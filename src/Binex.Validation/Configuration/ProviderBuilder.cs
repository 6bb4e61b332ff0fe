using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Configuration;

/// <summary>Reads the endpoints of a project's own.</summary>
internal sealed class ProviderBuilder(FindingList findings)
{
    /// <summary>The endpoints, by name.</summary>
    public IReadOnlyDictionary<string, ProviderSettings> Build(MappingNode? map)
    {
        var providers = new Dictionary<string, ProviderSettings>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            var settings = value as MappingNode;
            var apiKey = KeyOf(settings.Text("api_key"));
            if (settings.Text("base_url") is { } baseUrl)
            {
                providers[key.Value] = new ProviderSettings(key.Value, AddressOf(baseUrl), apiKey) { Kind = KindOf(settings.Text("kind")?.Value) };
            }
        }

        return providers;
    }

    private static ProviderKind? KindOf(string? written) => written switch
    {
        "openai" => ProviderKind.OpenAi,
        "openai-responses" => ProviderKind.OpenAiResponses,
        "azure" => ProviderKind.Azure,
        "anthropic" => ProviderKind.Anthropic,
        "ollama" => ProviderKind.Ollama,
        _ => null,
    };

    private TextTemplate AddressOf(ScalarNode written)
    {
        var template = Template(written);
        if (template.IsConstant && template.Errors.Count == 0
            && !(Uri.TryCreate(written.Value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0))
        {
            findings.Add(
                DiagnosticCatalog.BadBaseUrl,
                written.Location,
                $"'{written.Value}' is no address",
                "write one that begins with http:// or https://, such as https://gateway.example/v1");
        }

        return template;
    }

    private TextTemplate? KeyOf(ScalarNode? written)
    {
        if (written is null)
        {
            return null;
        }

        var template = Template(written);
        if (template.IsConstant && template.Errors.Count == 0)
        {
            findings.Add(
                DiagnosticCatalog.WrittenKey,
                written.Location,
                "this is the key itself, which everybody who can read the file can use",
                "put it into an environment variable, and write a reference such as \"${env.GATEWAY_KEY}\"");
        }

        return template;
    }

    private TextTemplate Template(ScalarNode written)
    {
        var text = new LocatedText(written);
        var template = TextTemplate.Parse(written.Value);
        foreach (var error in template.Errors)
        {
            findings.Add(DiagnosticCatalog.ConfigurationReference, text.Locate(error.Offset, error.Length), error.Message, error.Hint);
        }

        foreach (var reference in template.References.Where(reference => reference.Root != ReferenceRoot.Env))
        {
            findings.Add(
                DiagnosticCatalog.ConfigurationReference,
                text.Locate(reference.Offset, reference.Length),
                $"{reference} has no value in {ConfigurationFile.Name}, which is read before any run",
                "refer to an environment variable, such as ${env.GATEWAY_KEY}");
        }

        return template;
    }
}
