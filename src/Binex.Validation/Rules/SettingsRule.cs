using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;
using Binex.Validation.Fixing;

namespace Binex.Validation.Rules;

/// <summary>Settings of models are those that have an effect.</summary>
internal sealed class SettingsRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        foreach (var node in draft.Nodes.Where(node => node.Node.Agent.IsModel))
        {
            var config = node.Map.Map("config");
            foreach (var (key, _) in config?.Entries ?? [])
            {
                if (!ModelSettingsBuilder.Keys.Contains(key.Value))
                {
                    findings.Add(
                        DiagnosticCatalog.UnknownSetting,
                        key.Location,
                        $"'{key.Value}' is no setting of llm:// and has no effect",
                        Spelling.Hint(key.Value, ModelSettingsBuilder.Keys) ?? "what only the provider knows goes into 'extra'",
                        fix: Fixes.Rename(config, key, Spelling.OnlyNear(key.Value, ModelSettingsBuilder.Keys)));
                }
            }
        }
    }
}
