using Binex.Core.Diagnostics;
using Binex.Core.Requests;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Models;

/// <summary>What <c>config.extra</c> adds to a request changes neither what was counted nor what is paid, and is sent.</summary>
internal sealed class ExtraRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes)
        {
            if (node.Node.Agent.IsModel && node.Map.Map("config") is { } config && config.Map("extra") is { } extra)
            {
                Check(config, extra, findings);
            }
        }
    }

    private static void Check(MappingNode config, MappingNode extra, FindingList findings)
    {
        foreach (var (key, value) in extra.Entries)
        {
            if (ExtraMembers.Problem(key.Value, value.ToJson()) is { } problem)
            {
                findings.Add(DiagnosticCatalog.ExtraNotSent, key.Location, problem);
            }
            else if (config[key.Value] is not null)
            {
                findings.Add(
                    DiagnosticCatalog.KeyWithoutEffect,
                    key.Location,
                    $"'{key.Value}' stands in 'config' as well, which goes before 'extra'",
                    "leave one of them out");
            }
        }
    }
}
