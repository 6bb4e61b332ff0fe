using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Security;

/// <summary>Addresses are encrypted where secrets or results travel, and lead where others can follow.</summary>
internal sealed class AddressRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (draft.Root.Map("webhook").Text("url") is { } webhook)
        {
            Check(webhook, "the webhook", carriesSecrets: true, mayBeHere: false, findings);
        }

        foreach (var (server, value) in draft.Root.Map("mcp_servers")?.Entries ?? [])
        {
            if ((value as MappingNode).Text("url") is { } url)
            {
                Check(url, $"the server '{server.Value}'", carriesSecrets: true, mayBeHere: true, findings);
            }
        }

        foreach (var node in draft.Nodes)
        {
            if (node.Map.Map("config").Text("api_base") is { } apiBase)
            {
                Check(apiBase, $"the endpoint of '{node.Id}'", carriesSecrets: true, mayBeHere: true, findings);
            }

            if (node.Map.Text("agent") is { } agent && node.Node.Agent.Scheme is "http" or "https" or "a2a" or "a2a+http")
            {
                Check(agent, $"'{node.Id}'", carriesSecrets: false, mayBeHere: true, findings);
            }
        }
    }

    private static void Check(ScalarNode written, string what, bool carriesSecrets, bool mayBeHere, FindingList findings)
    {
        if (!Uri.TryCreate(written.Value, UriKind.Absolute, out var uri) || uri.IdnHost.Length == 0 || uri.IdnHost.Contains('$', StringComparison.Ordinal))
        {
            return;
        }

        var kind = AddressKinds.Of(uri.IdnHost);
        if (kind == AddressKind.Metadata)
        {
            findings.Add(
                DiagnosticCatalog.MetadataAddress,
                written.Location,
                $"{what} leads to {uri.IdnHost}, which gives the credentials of a cloud machine to whoever asks",
                "no workflow needs it; take the credentials from the environment");
        }
        else if (kind == AddressKind.Private || (kind == AddressKind.Loopback && !mayBeHere))
        {
            findings.Add(
                DiagnosticCatalog.PrivateAddress,
                written.Location,
                $"{what} leads to {uri.IdnHost}, which is another machine, or none, where the workflow runs elsewhere",
                "use an address that can be reached from everywhere the workflow runs");
        }
        else if (kind == AddressKind.Public && carriesSecrets && uri.Scheme == "http")
        {
            findings.Add(
                DiagnosticCatalog.InsecureUrl,
                written.Location,
                $"{what} is reached without encryption, so everybody on the way reads what is sent, keys included",
                "write https://");
        }
    }
}
