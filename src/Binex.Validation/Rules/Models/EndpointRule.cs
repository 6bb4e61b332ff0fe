using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>An endpoint that a node names is one that can be asked over HTTP.</summary>
internal sealed class EndpointRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Map.Map("config").Text("api_base") is { } written && !written.Value.Contains("${", StringComparison.Ordinal) && Problem(written.Value.Trim()) is { } problem)
            {
                findings.Add(DiagnosticCatalog.BadEndpoint, written.Location, $"'{written.Value}' is no address of an endpoint: {problem}", "write one such as http://localhost:8000/v1");
            }
        }
    }

    private static string? Problem(string text) =>
        text.Length == 0 ? "it is empty"
        : !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? "it does not begin with http:// or https://"
            : !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 ? "it names no host" : null;
}
